import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, ById, Line } from '../platform/values.ts';
import { GrantedPermissions, RoleAnswer, roleRefusals } from './role.ts';

export const editRole = route({
  name: 'editRole',
  module: 'organisations',
  method: 'PATCH',
  path: '/roles/:id',
  summary: 'Rename an own role or change what it may do, from the next request on',
  access: 'role.change',
  params: ById,
  body: Body({ name: Type.Optional(Line(60)), permissions: Type.Optional(GrantedPermissions) }),
  status: 200,
  answer: RoleAnswer,
  refusals: roleRefusals,
});
