import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Instant, Nullable } from '../platform/values.ts';

export const readSecondFactor = route({
  name: 'readSecondFactor',
  module: 'security',
  method: 'GET',
  path: '/auth/second-factor',
  summary: 'Whether my log-in asks for a second factor, and how many recovery codes are left',
  access: 'account',
  ofSession: true,
  status: 200,
  answer: Type.Object({
    enabled: Type.Boolean(),
    since: Nullable(Instant),
    recovery_codes_left: Type.Integer(),
  }),
  refusals: {},
});
