import { route } from '../platform/route.ts';
import { Body, SentOrNot } from '../platform/values.ts';

export const sendPhoneCode = route({
  name: 'sendPhoneCode',
  module: 'identity',
  method: 'POST',
  path: '/auth/me/phone-code',
  summary:
    'Text a code to my phone number, good for 10 minutes and five tries; at most once a minute',
  access: 'account',
  body: Body({}),
  status: 200,
  answer: SentOrNot,
  refusals: {
    no_phone: 'I have no phone number.',
    already_verified: 'The number is verified already.',
    too_many_tries: 'Five codes an hour (429).',
  },
});
