import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Line, Message, NewPassword } from '../platform/values.ts';

export const resetPassword = route({
  name: 'resetPassword',
  module: 'identity',
  method: 'POST',
  path: '/auth/password-reset-confirm',
  summary: 'Set a new password with the one-time token of the mail (24 hours); ends all sessions',
  access: 'anyone',
  body: Body({
    token: Line(128),
    password: NewPassword,
    password_confirm: Type.Optional(Type.String({ maxLength: 256 })),
  }),
  status: 200,
  answer: Message,
  refusals: {},
});
