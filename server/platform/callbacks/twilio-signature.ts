import { validateRequest, validateRequestWithBody } from 'twilio/lib/webhooks/webhooks.js';
import type { SigningSecret } from '../channels/settings.ts';

/** A form as Twilio signs it: a repeated field is a list. */
export type Form = Record<string, string | string[]>;

/** The form of a callback from Twilio, or null when it is none of Twilio's. */
export function readTwilioForm(
  secrets: readonly SigningSecret[],
  now: Temporal.Instant,
  callback: {
    /** The configured public address with the path and query as they came, never the Host header. */
    url: string;
    body: Buffer;
    contentType: string | null;
    signature: string | null;
  },
): Form | null {
  const { url, contentType, signature } = callback;
  // 20 bytes in base64: nothing else is worth a look, however long it is.
  if (!signature || !/^[A-Za-z0-9+/]{27}=$/.test(signature)) return null;
  const form = readTwilioFields(callback.body, contentType);
  if (!form) return null;
  const isJson = kindOf(contentType) === 'application/json';
  const text = callback.body.toString();
  const isTrue = secrets
    .filter(({ until }) => until === null || Temporal.Instant.compare(now, until) < 0)
    .some(({ value }) =>
      // A JSON body is signed by its hash in the query.
      isJson
        ? /[?&]bodySHA256=[0-9a-f]{64}(&|$)/.test(url) &&
          validateRequestWithBody(value, signature, url, text)
        : validateRequest(value, signature, url, form),
    );
  return isTrue ? form : null;
}

/** The fields of a body, whoever signed it; null when its type is none of Twilio's. */
export function readTwilioFields(body: Buffer, contentType: string | null): Form | null {
  const kind = kindOf(contentType);
  if (kind === 'application/json') return formOfJson(body.toString());
  return kind === 'application/x-www-form-urlencoded' ? formOf(body.toString()) : null;
}

function kindOf(contentType: string | null): string | undefined {
  return contentType?.split(';')[0]?.trim().toLowerCase();
}

function formOf(text: string): Form {
  const form: Form = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) {
    const before = form[name];
    form[name] = before === undefined ? value : [before, value].flat();
  }
  return form;
}

function formOfJson(text: string): Form | null {
  try {
    const fields = JSON.parse(text);
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return null;
    const entries = Object.entries(fields).map(([name, value]) => [name, String(value)]);
    return Object.fromEntries(entries);
  } catch {
    return null;
  }
}

/** One field of a form; of a repeated one the first. */
export function fieldOf(form: Form, name: string): string {
  const value = form[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}
