import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Line } from '../platform/values.ts';
import { LoggedIn } from './person.ts';

export const login = route({
  name: 'login',
  module: 'identity',
  method: 'POST',
  path: '/auth/login',
  summary: 'Log in; `organisation` (slug) picks one of several',
  access: 'anyone',
  body: Body({
    email: Line(254),
    password: Type.String({ minLength: 1, maxLength: 256 }),
    organisation: Type.Optional(Line(100)),
  }),
  status: 200,
  answer: LoggedIn,
  refusals: {
    wrong_credentials: 'No account has this e-mail and password (401).',
    second_factor_needed: 'The answer carries a `challenge` for `/auth/login/code` (401).',
    too_many_tries:
      'Wait, use a browser that you logged in with before, or reset the password (429).',
  },
});
