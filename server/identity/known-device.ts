import { createHash, randomBytes } from 'node:crypto';
import type { RequestFacts } from '../platform/action.ts';
import type { App } from '../platform/app.ts';

const yearSeconds = 31_536_000;

/**
 * A browser that someone has logged in with keeps a cookie that says so (OWASP, device cookies). It
 * logs nobody in; it lets that browser try on when strangers have used up the tries of the account.
 */
export function knownDevice(app: App, facts: RequestFacts, email: string): string | null {
  const [nonce = '', mac = ''] = (facts.cookies[nameOf(email)] ?? '').split('.');
  const known = app.secrets.checkMac(textOf(email, nonce), Buffer.from(mac, 'base64url'));
  return known ? nonce : null;
}

/** Gives the cookie to a browser that has not got it. */
export function rememberDevice(app: App, facts: RequestFacts, email: string): void {
  if (knownDevice(app, facts, email)) return;
  const nonce = randomBytes(16).toString('base64url');
  const mac = app.secrets.mac(textOf(email, nonce)).toString('base64url');
  facts.setCookie(nameOf(email), `${nonce}.${mac}`, yearSeconds);
}

// One for each account of this browser; the name tells nobody the address.
function nameOf(email: string): string {
  return `callboard_device_${createHash('sha256').update(email).digest('hex').slice(0, 12)}`;
}

function textOf(email: string, nonce: string): string {
  return `known-device:${nonce}:${email}`;
}
