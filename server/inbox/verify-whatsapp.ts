import { createHash, timingSafeEqual } from 'node:crypto';
import { verifyWhatsapp as route } from '../../contract/routes.ts';
import { publicCall } from '../platform/action.ts';
import { Content } from '../platform/content.ts';
import { forbidden } from '../platform/problem.ts';

/** Says the challenge back to who knows the token: as plain text, never as a page. */
export const verifyWhatsapp = publicCall(route, async ({ app, query }) => {
  const { verifyToken } = app.channels.whatsApp;
  if (!isSame(query['hub.verify_token'], verifyToken)) {
    throw forbidden('The token is not the one in WHATSAPP_VERIFY_TOKEN.', 'bad_token');
  }
  return new Content('text/plain; charset=utf-8', query['hub.challenge']);
});

// Hashes are of one length, so the time says nothing about the token.
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
