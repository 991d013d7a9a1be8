import { takeTwilioStatus as route } from '../../contract/routes.ts';
import { publicCall } from '../platform/action.ts';
import { fieldOf } from '../platform/callbacks/twilio-signature.ts';
import { keepCallback } from './callback-store.ts';
import { readTwilioCallback } from './read-twilio-callback.ts';
import { twiml } from './twiml.ts';

/** Keeps what Twilio tells of a text; a loop makes of it what it means. */
export const takeTwilioStatus = publicCall(route, async ({ app, raw }) => {
  const { form, came } = readTwilioCallback(app, raw);
  const sid = fieldOf(form, 'MessageSid') || fieldOf(form, 'SmsSid');
  const status = fieldOf(form, 'MessageStatus') || fieldOf(form, 'SmsStatus');
  await keepCallback(app, 'twilio-status', `${sid}:${status}`, came);
  return twiml();
});
