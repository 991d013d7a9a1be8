import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Line, Message } from '../platform/values.ts';

export const confirmEmail = route({
  name: 'confirmEmail',
  module: 'identity',
  method: 'POST',
  path: '/auth/confirm-email',
  summary: 'Confirm a new e-mail address with the one-time token of its mail (24 hours)',
  access: 'anyone',
  body: Body({ token: Line(128) }),
  status: 200,
  answer: Type.Object({ ...Message.properties, email: Type.String() }),
  refusals: { email_taken: 'Someone else has this address meanwhile.' },
});
