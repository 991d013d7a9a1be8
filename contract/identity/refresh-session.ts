import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body } from '../platform/values.ts';
import { Tokens } from './person.ts';

export const refreshSession = route({
  name: 'refreshSession',
  module: 'identity',
  method: 'POST',
  path: '/auth/refresh',
  summary: 'Trade the refresh token (cookie or body) for new tokens; the old one is spent',
  access: 'anyone',
  body: Body({ refresh: Type.Optional(Type.String({ maxLength: 256 })) }),
  status: 200,
  answer: Tokens,
  refusals: { session_ended: 'The session has ended; log in again (401).' },
});
