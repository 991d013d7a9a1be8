import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Line } from '../platform/values.ts';
import { LoggedIn } from './person.ts';

export const loginWithCode = route({
  name: 'loginWithCode',
  module: 'identity',
  method: 'POST',
  path: '/auth/login/code',
  summary: 'Finish a log-in with the second factor: the challenge of the log-in, and a code',
  access: 'anyone',
  body: Body({
    challenge: Type.String({ minLength: 1, maxLength: 1024 }),
    code: Line(20),
  }),
  status: 200,
  answer: LoggedIn,
  refusals: {
    wrong_code: 'This code is wrong or was used before (401).',
    challenge_ended: 'Five minutes are over; give the password again (401).',
    too_many_tries: 'Five codes were wrong; wait (429).',
  },
});
