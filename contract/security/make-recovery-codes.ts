import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body } from '../platform/values.ts';
import { RecoveryCodes } from './recovery-codes.ts';

export const makeRecoveryCodes = route({
  name: 'makeRecoveryCodes',
  module: 'security',
  method: 'POST',
  path: '/auth/second-factor/recovery-codes',
  summary: 'New recovery codes; those before are void',
  access: 'account',
  ofSession: true,
  fresh: true,
  body: Body({}),
  status: 200,
  answer: Type.Object({ recovery_codes: RecoveryCodes }),
  secret: true,
  refusals: { second_factor_off: 'There is no second factor to recover from.' },
});
