import { createHash } from 'node:crypto';
import { takeWhatsapp as route } from '../../contract/routes.ts';
import { publicCall } from '../platform/action.ts';
import { isSignedByMeta } from '../platform/callbacks/whatsapp-signature.ts';
import { Content } from '../platform/content.ts';
import { forbidden } from '../platform/problem.ts';
import { keepCallback } from './callback-store.ts';

/** Keeps what Meta tells; a loop makes of it what it means. The same bytes are kept once. */
export const takeWhatsapp = publicCall(route, async ({ app, raw }) => {
  const at = app.clock.now();
  const signature = raw.header('x-hub-signature-256');
  const { secrets } = app.channels.whatsApp;
  if (!isSignedByMeta(secrets, at, raw.body, signature)) {
    throw forbidden('The signature is not of this body.', 'bad_signature');
  }
  const contentType = raw.header('content-type');
  if (contentType?.split(';')[0]?.trim().toLowerCase() !== 'application/json') {
    throw forbidden('The body is signed but is no JSON.', 'bad_signature');
  }
  const key = createHash('sha256').update(raw.body).digest('hex');
  const came = { target: raw.target, body: raw.body, contentType, at };
  await keepCallback(app, 'whatsapp', key, came);
  return new Content('text/plain; charset=utf-8', 'kept');
});
