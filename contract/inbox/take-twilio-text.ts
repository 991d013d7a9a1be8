import { Type } from 'typebox';
import { route } from '../platform/route.ts';

/** The form is Twilio's and may grow: it is read, not held against a schema. */
export const takeTwilioText = route({
  name: 'takeTwilioText',
  module: 'inbox',
  method: 'POST',
  path: '/webhooks/twilio/sms',
  summary:
    'Twilio hands in a text to our number; signed with X-Twilio-Signature, answered in TwiML',
  access: 'anyone',
  raw: { bytesMax: 65_536 },
  status: 200,
  answer: Type.String(),
  media: ['text/xml'],
  refusals: { bad_signature: 'The signature is not of this address and body.' },
});
