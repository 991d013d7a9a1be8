import { useSuspenseQuery } from '@tanstack/react-query';
import { me } from '../../../contract/identity/me.ts';
import type { Permission } from '../../../contract/identity/permissions.ts';
import { queryOf } from './query.ts';

export const meQuery = queryOf(me, {});

/** Who is logged in. Only below the pages that need a log-in. */
export function useMe() {
  return useSuspenseQuery(meQuery).data;
}

/** Whether the person may do what needs this permission; what they may not is not shown. */
export function useMay(permission: Permission): boolean {
  return useMe().permissions.includes(permission);
}
