import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Message, NewPassword } from '../platform/values.ts';

export const changePassword = route({
  name: 'changePassword',
  module: 'security',
  method: 'POST',
  path: '/auth/change-password',
  summary: 'Set a new password with the current one; other sessions end unless they are kept',
  access: 'account',
  ofSession: true,
  body: Body({
    password_current: Type.String({ minLength: 1, maxLength: 256 }),
    password: NewPassword,
    password_confirm: Type.Optional(Type.String({ maxLength: 256 })),
    keep_other_sessions: Type.Optional(Type.Boolean()),
  }),
  status: 200,
  answer: Message,
  secret: true,
  refusals: {
    wrong_password: 'The current password is another (403).',
    too_many_tries: 'Too many wrong tries; wait (429).',
  },
});
