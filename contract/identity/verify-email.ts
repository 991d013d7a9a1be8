import { route } from '../platform/route.ts';
import { Body, Line, Message } from '../platform/values.ts';

export const verifyEmail = route({
  name: 'verifyEmail',
  module: 'identity',
  method: 'POST',
  path: '/auth/verify-email',
  summary: 'Confirm an e-mail address with the one-time token of the mail (7 days)',
  access: 'anyone',
  body: Body({ token: Line(128) }),
  status: 200,
  answer: Message,
  refusals: {},
});
