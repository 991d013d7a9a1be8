import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body } from '../platform/values.ts';

export const logoutAll = route({
  name: 'logoutAll',
  module: 'security',
  method: 'POST',
  path: '/auth/logout-all',
  summary: 'End all my sessions, in every organisation; `keep_this` spares the one of this call',
  access: 'account',
  ofSession: true,
  body: Body({ keep_this: Type.Optional(Type.Boolean()) }),
  status: 200,
  answer: Type.Object({ message: Type.String(), sessions_ended: Type.Integer() }),
  refusals: {},
});
