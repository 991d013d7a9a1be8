import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body } from '../platform/values.ts';

export const verifyWhatsapp = route({
  name: 'verifyWhatsapp',
  module: 'inbox',
  method: 'GET',
  path: '/webhooks/whatsapp',
  summary: 'Meta checks that the callback address is ours: the right token gets the challenge back',
  access: 'anyone',
  query: Body({
    'hub.mode': Type.Literal('subscribe'),
    'hub.verify_token': Type.String({ minLength: 1, maxLength: 500 }),
    'hub.challenge': Type.String({ minLength: 1, maxLength: 500 }),
  }),
  status: 200,
  answer: Type.String(),
  media: ['text/plain'],
  refusals: { bad_token: 'The token is not the one in WHATSAPP_VERIFY_TOKEN.' },
});
