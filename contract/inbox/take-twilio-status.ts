import { Type } from 'typebox';
import { route } from '../platform/route.ts';

/** The form is Twilio's and may grow: it is read, not held against a schema. */
export const takeTwilioStatus = route({
  name: 'takeTwilioStatus',
  module: 'inbox',
  method: 'POST',
  path: '/webhooks/twilio/status',
  summary: 'Twilio tells what became of a text; signed with X-Twilio-Signature',
  access: 'anyone',
  raw: { bytesMax: 65_536 },
  status: 200,
  answer: Type.String(),
  media: ['text/xml'],
  refusals: { bad_signature: 'The signature is not of this address and body.' },
});
