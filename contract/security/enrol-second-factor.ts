import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body } from '../platform/values.ts';

export const enrolSecondFactor = route({
  name: 'enrolSecondFactor',
  module: 'security',
  method: 'POST',
  path: '/auth/second-factor',
  summary: 'A new secret for an authenticator app; it counts once a code of it was given back',
  access: 'account',
  ofSession: true,
  fresh: true,
  body: Body({}),
  status: 200,
  answer: Type.Object({
    secret: Type.String({ description: 'Base32, to be typed where no picture can be read' }),
    uri: Type.String({ description: 'otpauth:// address' }),
    qr: Type.String({ description: 'The address as a QR code, SVG' }),
  }),
  secret: true,
  refusals: { second_factor_on: 'The second factor is on already; disable it first.' },
});
