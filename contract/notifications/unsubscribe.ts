import { Type } from 'typebox';
import { route } from '../platform/route.ts';

/** The token at the foot of a mail; it opens nothing but this. */
export const ByUnsubscribeToken = Type.Object(
  { token: Type.String({ pattern: '^[A-Za-z0-9_.-]{1,160}$' }) },
  { additionalProperties: false },
);

/** Mail programs send a form (RFC 8058); whatever its body says, the address says it all. */
export const unsubscribe = route({
  name: 'unsubscribe',
  module: 'notifications',
  method: 'POST',
  path: '/unsubscribe/:token',
  summary: 'No mail of one kind any more, by the address in a mail and one click (RFC 8058)',
  access: 'anyone',
  params: ByUnsubscribeToken,
  raw: { bytesMax: 4_096 },
  status: 200,
  answer: Type.String({ description: 'Page (HTML)' }),
  media: ['text/html'],
  refusals: {},
});
