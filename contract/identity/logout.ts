import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Message } from '../platform/values.ts';

export const logout = route({
  name: 'logout',
  module: 'identity',
  method: 'POST',
  path: '/auth/logout',
  summary: 'End this session: its access and refresh tokens are refused from now on',
  access: 'account',
  ofSession: true,
  body: Body({ refresh: Type.Optional(Type.String({ maxLength: 256 })) }),
  status: 200,
  answer: Message,
  refusals: {},
});
