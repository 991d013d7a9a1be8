import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Line, Message, NewPassword } from '../platform/values.ts';

export const resetPasswordByLink = route({
  name: 'resetPasswordByLink',
  module: 'identity',
  method: 'POST',
  path: '/reset-password/:token',
  summary: 'The same as password-reset-confirm, with the token of the mail in the address',
  access: 'anyone',
  params: Body({ token: Line(128) }),
  body: Body({
    password: NewPassword,
    password_confirm: Type.Optional(Type.String({ maxLength: 256 })),
  }),
  status: 200,
  answer: Message,
  refusals: {},
});
