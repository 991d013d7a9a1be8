import {
  type KindName,
  kindNamed,
  notificationKinds,
} from '../../contract/notifications/notification-kinds.ts';
import type { App } from '../platform/app.ts';
import { notFound } from '../platform/problem.ts';
import type { Secrets } from '../platform/secrets.ts';

/** Whose mail of which kind is to stop. */
export type Unsubscribing = { organisationId: string; personId: string; kind: KindName };

/**
 * The address in a mail that stops its kind (RFC 8058). It holds who and what, and a MAC over both:
 * nothing is stored, nobody can make one, and it stays good as long as the mail lies somewhere.
 */
export function unsubscribeUrl(app: Pick<App, 'config' | 'secrets'>, of: Unsubscribing): string {
  return `${app.config.url}/api/unsubscribe/${unsubscribeToken(app.secrets, of)}`;
}

function unsubscribeToken(secrets: Secrets, of: Unsubscribing): string {
  const ids = Buffer.from(`${of.organisationId}${of.personId}`.replaceAll('-', ''), 'hex');
  return [ids.toString('base64url'), of.kind, secrets.mac(said(of)).toString('base64url')].join(
    '.',
  );
}

/** Reads a token; 404 when it was not made here, or for what can't be stopped. */
export function readUnsubscribeToken(secrets: Secrets, token: string): Unsubscribing {
  const [ids = '', kind = '', mac = ''] = token.split('.');
  const hex = Buffer.from(ids, 'base64url').toString('hex');
  if (hex.length !== 64 || !Object.hasOwn(notificationKinds, kind)) throw notFound();
  const of = {
    organisationId: uuidOf(hex.slice(0, 32)),
    personId: uuidOf(hex.slice(32)),
    kind: kind as KindName,
  };
  const isOurs = secrets.checkMac(said(of), Buffer.from(mac, 'base64url'));
  if (!isOurs || kindNamed(of.kind).fixed) throw notFound();
  return of;
}

function said({ organisationId, personId, kind }: Unsubscribing): string {
  return `unsubscribe:${organisationId}:${personId}:${kind}`;
}

function uuidOf(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
