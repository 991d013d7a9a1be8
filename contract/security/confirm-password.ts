import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Line, Message } from '../platform/values.ts';

export const confirmPassword = route({
  name: 'confirmPassword',
  module: 'security',
  method: 'POST',
  path: '/auth/confirm-password',
  summary: 'Prove again who I am: for 15 minutes this session may do what needs it',
  access: 'account',
  ofSession: true,
  body: Body({
    password: Type.String({ minLength: 1, maxLength: 256 }),
    code: Type.Optional(Line(20)),
  }),
  status: 200,
  answer: Message,
  secret: true,
  refusals: {
    wrong_password: 'That is not your password (403).',
    code_needed: 'Your second factor is on: give a code of it too (403).',
    wrong_code: 'This code is wrong or was used before (403).',
    too_many_tries: 'Too many wrong tries; wait (429).',
  },
});
