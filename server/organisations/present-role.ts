import {
  isBuiltIn,
  may,
  type Permissions,
  permissionsOf,
  type Role,
} from '../../contract/identity/permissions.ts';
import type { RoleAnswer } from '../../contract/organisations/role.ts';
import { type OwnRole, roleName, whyAboveOwn } from '../identity/module.ts';
import type { Actor } from '../platform/scope.ts';

/** A built-in role for its viewer. */
export function presentBuiltIn(role: Role, people: number, by: Actor): RoleAnswer {
  return present(
    { id: role, name: roleName(role, null), people, version: 1 },
    permissionsOf(role),
    by,
  );
}

/** An own role for its viewer. */
export function presentOwn(role: OwnRole, by: Actor): RoleAnswer {
  return present(role, permissionsOf(role.id, role.permissions), by);
}

function present(
  role: { id: string; name: string; people: number; version: number },
  permissions: Permissions,
  by: Actor,
): RoleAnswer {
  const { id, name, people, version } = role;
  const changes = !isBuiltIn(id) && may(by, 'role.change');
  return {
    ...{ id, name, people, version },
    built_in: isBuiltIn(id),
    permissions: [...permissions],
    can: {
      edit: changes,
      delete: changes && people === 0,
      give: whyAboveOwn(by, permissions) === null,
    },
  };
}
