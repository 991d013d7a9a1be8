import { useQuery } from '@tanstack/react-query';
import { listRoles } from '../../../contract/organisations/list-roles.ts';
import { queryOf } from './query.ts';
import { useMay } from './use-me.ts';

/** The roles of the organisation, for a field: `given` are those that the person may give. */
export function useRoles(): { all: Choice[]; given: Choice[] } {
  const mayRead = useMay('role.read');
  const roles = useQuery({ ...queryOf(listRoles, {}), enabled: mayRead }).data ?? [];
  const choices = (of: typeof roles) => of.map(({ id, name }) => ({ value: id, label: name }));
  return { all: choices(roles), given: choices(roles.filter((role) => role.can.give)) };
}

type Choice = { value: string; label: string };
