import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Line } from '../platform/values.ts';
import { RecoveryCodes } from './recovery-codes.ts';

export const confirmSecondFactor = route({
  name: 'confirmSecondFactor',
  module: 'security',
  method: 'POST',
  path: '/auth/second-factor/confirm',
  summary: 'Switch the second factor on with a code of the app; gives the recovery codes, once',
  access: 'account',
  ofSession: true,
  fresh: true,
  body: Body({ code: Line(20) }),
  status: 200,
  answer: Type.Object({ message: Type.String(), recovery_codes: RecoveryCodes }),
  secret: true,
  refusals: { too_many_tries: 'Too many wrong codes; wait (429).' },
});
