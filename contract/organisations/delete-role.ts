import { route } from '../platform/route.ts';
import { ById, Message } from '../platform/values.ts';

export const deleteRole = route({
  name: 'deleteRole',
  module: 'organisations',
  method: 'DELETE',
  path: '/roles/:id',
  summary: 'Delete an own role that nobody has',
  access: 'role.change',
  params: ById,
  status: 200,
  answer: Message,
  refusals: { role_in_use: 'People have this role; says how many.' },
});
