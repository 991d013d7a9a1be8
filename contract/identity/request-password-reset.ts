import { route } from '../platform/route.ts';
import { Body, Line, Message } from '../platform/values.ts';

export const requestPasswordReset = route({
  name: 'requestPasswordReset',
  module: 'identity',
  method: 'POST',
  path: '/auth/password-reset',
  summary: 'Mail a reset link; the same answer whether the address exists or not',
  access: 'anyone',
  body: Body({ email: Line(254) }),
  status: 200,
  answer: Message,
  refusals: {},
});
