import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Message } from '../platform/values.ts';

export const verifyPhone = route({
  name: 'verifyPhone',
  module: 'identity',
  method: 'POST',
  path: '/auth/me/verify-phone',
  summary: 'Prove with the code of the text message that my phone number is mine',
  access: 'account',
  body: Body({ code: Type.String({ minLength: 6, maxLength: 12 }) }),
  status: 200,
  answer: Message,
  refusals: {},
});
