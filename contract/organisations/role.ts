import { type Static, Type } from 'typebox';
import { grantable } from '../identity/permissions.ts';
import { RoleId } from '../identity/person.ts';

/** What an own role can hold; what is the owner's alone it can't. */
export const GrantedPermissions = Type.Array(Type.Enum([...grantable]), {
  uniqueItems: true,
  maxItems: 200,
});

/** A role of the organisation: built-in, or made by an owner. */
export const RoleAnswer = Type.Object({
  id: RoleId,
  name: Type.String(),
  built_in: Type.Boolean(),
  permissions: Type.Array(Type.String()),
  people: Type.Integer({ description: 'How many people have it' }),
  version: Type.Integer(),
  can: Type.Object({ edit: Type.Boolean(), delete: Type.Boolean(), give: Type.Boolean() }),
});
export type RoleAnswer = Static<typeof RoleAnswer>;

export const roleRefusals = {
  role_exists: 'The organisation has a role of this name already.',
  version_stale: 'Someone changed it meanwhile (412); read it again.',
} as const;
