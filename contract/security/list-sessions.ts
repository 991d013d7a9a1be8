import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Session } from './session.ts';

export const listSessions = route({
  name: 'listSessions',
  module: 'security',
  method: 'GET',
  path: '/auth/sessions',
  summary: 'My sessions on all devices, the one used last first',
  access: 'account',
  ofSession: true,
  status: 200,
  answer: Type.Array(Session),
  refusals: {},
});
