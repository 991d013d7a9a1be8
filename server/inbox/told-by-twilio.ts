import { type Form, fieldOf } from '../platform/callbacks/twilio-signature.ts';
import { isId, storable, type Told } from './told.ts';

/** What a status callback of Twilio tells; our ids stand in the address that we gave. */
export function statusByTwilio(query: string, form: Form): Told {
  const ids = new URLSearchParams(query);
  const [organisationId, messageId] = [ids.get('organisation') ?? '', ids.get('message') ?? ''];
  const providerId = fieldOf(form, 'MessageSid') || fieldOf(form, 'SmsSid');
  const status = fieldOf(form, 'MessageStatus') || fieldOf(form, 'SmsStatus');
  if (!isId(organisationId) || !isId(messageId) || !providerId || !status) {
    return { reports: [], texts: [], unread: ['a status of no message of ours'] };
  }
  const code = fieldOf(form, 'ErrorCode') || null;
  const detail = storable(fieldOf(form, 'ErrorMessage')) || null;
  const report = { organisationId, messageId, providerId, status, code, detail };
  return { reports: [report], texts: [], unread: [] };
}

/** The text in an inbound callback of Twilio. */
export function textByTwilio(form: Form): Told {
  const [providerId, from] = [fieldOf(form, 'MessageSid'), fieldOf(form, 'From')];
  if (!providerId || !/^\+[1-9]\d{4,14}$/.test(from)) {
    return { reports: [], texts: [], unread: ['a text of nobody'] };
  }
  const count = Math.min(Number(fieldOf(form, 'NumMedia')) || 0, 10);
  const media = Array.from({ length: count }, (_, i) => ({
    type: storable(fieldOf(form, `MediaContentType${i}`)),
    at: storable(fieldOf(form, `MediaUrl${i}`)),
  }));
  const body = storable(fieldOf(form, 'Body'));
  return { reports: [], texts: [{ channel: 'sms', providerId, from, body, media }], unread: [] };
}
