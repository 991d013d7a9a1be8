import {
  isBuiltIn,
  type Permissions,
  permissionsOf,
  type RoleId,
} from '../../contract/identity/permissions.ts';
import { invalid, type Refused } from '../platform/problem.ts';
import type { Read } from '../platform/scope.ts';
import { getOwnRole } from './role-store.ts';

/** What a role is called: a built-in one with a capital, an own one as its owner named it. */
export function roleName(role: RoleId, ownName: string | null): string {
  return ownName ?? role.charAt(0).toUpperCase() + role.slice(1);
}

/** What a role that is to be given may do; 400 on `role` when the organisation has no such role. */
export async function permissionsToGive(read: Read, role: RoleId): Promise<Permissions> {
  if (isBuiltIn(role)) return permissionsOf(role);
  const own = await getOwnRole(read, role);
  if (!own) throw invalid({ role: ['The organisation has no such role.'] });
  return permissionsOf(role, own.permissions);
}

/**
 * Nobody gives a role that may do more than their own, nor changes someone who may do more.
 * `theirs` is what the other may do, before or after the change.
 */
export function whyAboveOwn(
  by: { readonly permissions: Permissions },
  theirs: Permissions,
): Refused | null {
  if ([...theirs].every((permission) => by.permissions.has(permission))) return null;
  return {
    status: 403,
    code: 'role_above_own',
    detail: 'That role may do more than yours. Ask someone whose role may do as much.',
  };
}
