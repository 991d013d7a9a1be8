import { route } from '../platform/route.ts';
import { Body, SentOrNot } from '../platform/values.ts';

export const resendVerification = route({
  name: 'resendVerification',
  module: 'identity',
  method: 'POST',
  path: '/auth/resend-verification',
  summary: 'Send the verification mail again',
  access: 'account',
  body: Body({}),
  status: 200,
  answer: SentOrNot,
  refusals: { already_verified: 'The address is verified already.' },
});
