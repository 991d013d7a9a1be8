import { Type } from 'typebox';
import { route } from '../platform/route.ts';

/** The payload is Meta's and may grow: it is read, not held against a schema. */
export const takeWhatsapp = route({
  name: 'takeWhatsapp',
  module: 'inbox',
  method: 'POST',
  path: '/webhooks/whatsapp',
  summary: 'Meta tells of messages and texts on WhatsApp; signed with X-Hub-Signature-256',
  access: 'anyone',
  // Meta's batches are at most 3 MB.
  raw: { bytesMax: 3_145_728 },
  status: 200,
  answer: Type.String(),
  media: ['text/plain'],
  refusals: { bad_signature: 'The signature is not of this body.' },
});
