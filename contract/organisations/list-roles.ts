import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { RoleAnswer } from './role.ts';

export const listRoles = route({
  name: 'listRoles',
  module: 'organisations',
  method: 'GET',
  path: '/roles',
  summary: 'Built-in roles, then the organisation’s own, with what each may do and who has it',
  access: 'role.read',
  status: 200,
  answer: Type.Array(RoleAnswer),
  refusals: {},
});
