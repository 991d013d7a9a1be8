import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Email, SentOrNot } from '../platform/values.ts';

export const changeEmail = route({
  name: 'changeEmail',
  module: 'identity',
  method: 'POST',
  path: '/auth/me/email',
  summary:
    'Ask for another e-mail address, with my password: it counts once it is confirmed from there',
  access: 'account',
  body: Body({ email: Email, password: Type.String({ minLength: 1, maxLength: 256 }) }),
  status: 200,
  answer: SentOrNot,
  refusals: {},
});
