import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';

export const endSessionsOf = route({
  name: 'endSessionsOf',
  module: 'security',
  method: 'POST',
  path: '/users/:id/logout-all',
  summary: 'End all sessions of a person in this organisation',
  access: 'session.end',
  params: ById,
  status: 200,
  answer: Type.Object({ message: Type.String(), sessions_ended: Type.Integer() }),
  refusals: { role_above_own: 'They may do more than you (403).' },
});
