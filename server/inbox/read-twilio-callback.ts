import type { RawRequest } from '../platform/action.ts';
import type { App } from '../platform/app.ts';
import { type Form, readTwilioForm } from '../platform/callbacks/twilio-signature.ts';
import { forbidden } from '../platform/problem.ts';
import type { Came } from './callback-store.ts';

/** The form of a callback that Twilio signed, for the public address as configured; else 403. */
export function readTwilioCallback(app: App, raw: RawRequest): { form: Form; came: Came } {
  const at = app.clock.now();
  const contentType = raw.header('content-type');
  const form = readTwilioForm(app.channels.twilio.secrets, at, {
    url: `${app.config.url}${raw.target}`,
    body: raw.body,
    contentType,
    signature: raw.header('x-twilio-signature'),
  });
  if (!form) throw forbidden('The signature is not of this address and body.', 'bad_signature');
  return { form, came: { target: raw.target, body: raw.body, contentType, at } };
}
