import { route } from '../platform/route.ts';
import { Body, Line } from '../platform/values.ts';
import { GrantedPermissions, RoleAnswer, roleRefusals } from './role.ts';

export const createRole = route({
  name: 'createRole',
  module: 'organisations',
  method: 'POST',
  path: '/roles',
  summary: 'Make a role of the organisation’s own',
  access: 'role.change',
  body: Body({ name: Line(60), permissions: GrantedPermissions }),
  status: 201,
  answer: RoleAnswer,
  refusals: {
    role_exists: roleRefusals.role_exists,
    too_many_roles: 'An organisation has at most 50 roles of its own.',
  },
});
