import { awaySeconds, NotSent } from './channel.ts';

// https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
const badAddress = new Set(['131026', '131030', '131021']);
const optedOut = new Set(['131050']);
/** Too much at once for our number or account: all have to wait. */
const busy = new Set(['130429', '131048', '80007', '4']);
/** Broken there for now, or our token and account: it may be put right while all wait. */
const away = new Set(['1', '2', '131016', '133004', '0', '3', '10', '190', '200', '368']);
/** Too much at once for this recipient, or it went wrong for once. */
const later = new Set(['131056', '131000']);

/** Outside the 24 hours after someone wrote, only templates are taken. */
export const windowClosed = '131047';

/** What a refusal with this code of Meta's is about. */
export function faultOf(code: string): NotSent['fault'] {
  if (badAddress.has(code)) return 'address';
  return optedOut.has(code) ? 'opted_out' : 'other';
}

/** An error answer of the Cloud API as what it means for the message. */
export function whatsAppProblem(status: number, body: unknown, retryAfter: number | null): NotSent {
  const error = errorOf(body);
  const facts = { pauseSeconds: retryAfter ?? awaySeconds };
  if (!error) {
    const [code, sentence] = [`http_${status}`, `WhatsApp answered ${status}.`];
    if (status === 429 || status === 503) return new NotSent('later', code, sentence, facts);
    return new NotSent(status >= 500 ? 'unknown' : 'refused', code, sentence);
  }
  const { code, sentence } = error;
  if (busy.has(code) || away.has(code) || status === 429 || status === 401) {
    return new NotSent('later', code, sentence, facts);
  }
  if (later.has(code) || status >= 500) return new NotSent('later', code, sentence);
  return new NotSent('refused', code, sentence, { fault: faultOf(code) });
}

function errorOf(body: unknown): { code: string; sentence: string } | null {
  const error = (body as { error?: Record<string, unknown> } | null)?.error;
  if (!error || typeof error.code !== 'number') return null;
  const details = (error.error_data as { details?: unknown } | undefined)?.details;
  const said = [error.message, details].filter((part) => typeof part === 'string').join(': ');
  return { code: String(error.code), sentence: said || `WhatsApp: ${error.code}` };
}
