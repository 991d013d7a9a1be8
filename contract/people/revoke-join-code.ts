import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';
import { JoinCode } from './join-code.ts';

export const revokeJoinCode = route({
  name: 'revokeJoinCode',
  module: 'people',
  method: 'DELETE',
  path: '/join-codes/:id',
  summary: 'Revoke a join code: it opens nothing any more; whoever came in by it stays',
  access: 'person.add',
  params: ById,
  status: 200,
  answer: JoinCode,
  refusals: {},
});
