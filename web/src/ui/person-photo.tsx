import { Avatar } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { readFile } from '../../../contract/files/read-file.ts';
import { queryOf } from '../lib/query.ts';

type PersonPhotoProps = { photo: string | null; name: string; size?: number };

/** Someone's photo, or what their name begins with: while it loads, when they have none, when it can't be shown. */
export function PersonPhoto({ photo, name, size = 72 }: PersonPhotoProps) {
  const file = useQuery({
    ...queryOf(readFile, { params: { id: photo ?? '' } }),
    enabled: photo !== null,
    // Its address works for half an hour at least.
    staleTime: 20 * 60_000,
  }).data;
  const source = photo === null ? null : (file?.url ?? null);
  return <Avatar src={source} alt={name} name={name} size={size} radius="xl" color="initials" />;
}
