import { Type } from 'typebox';
import { route } from '../platform/route.ts';

export const readSetup = route({
  name: 'readSetup',
  module: 'identity',
  method: 'GET',
  path: '/setup',
  summary:
    'What the first page needs: is the database empty, is the demo loaded, is there a mailbox',
  access: 'anyone',
  status: 200,
  answer: Type.Object({
    empty: Type.Boolean(),
    needs_setup_token: Type.Boolean(),
    signup_open: Type.Boolean(),
    mailbox: Type.Boolean({ description: 'Mail is kept in the built-in mailbox' }),
    demo_logins: Type.Array(
      Type.Object({
        name: Type.String(),
        role: Type.String(),
        email: Type.String(),
        password: Type.String(),
      }),
    ),
  }),
  refusals: {},
});
