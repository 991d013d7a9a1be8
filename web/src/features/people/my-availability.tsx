import { Stack } from '@mantine/core';
import { useMe } from '../../lib/use-me.ts';
import { Page } from '../../ui/page.tsx';
import { ListAbsences } from './list-absences.tsx';
import { SetAvailability } from './set-availability.tsx';

/** When I can be on, when not, and when I am away. */
export function AvailabilityPage() {
  const me = useMe();
  return (
    <Page
      title="Availability"
      description="When you can be on, and when you are away."
      back={{ to: '/account', label: 'Account' }}
      narrow
    >
      <Stack gap="lg">
        <ListAbsences person={me.id} />
        <SetAvailability person={me.id} />
      </Stack>
    </Page>
  );
}
