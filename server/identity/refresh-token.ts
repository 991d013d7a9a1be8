import { createHash, randomBytes } from 'node:crypto';
import type { Secrets } from '../platform/secrets.ts';

const shape = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{32})$/;

/**
 * A new refresh token: the organisation's id, so that it is looked up through its tenant, and 192
 * random bits. Only its hash is stored.
 */
export function newRefreshToken(organisationId: string): string {
  return tokenOf(organisationId, randomBytes(24));
}

/**
 * The token that follows `token`. It is derived, so that two tabs, or a client that lost the answer,
 * get the same one although nothing stored can make it.
 */
export function successorOf(secrets: Secrets, token: string): string {
  const { organisationId } = readRefreshToken(token) ?? {};
  if (!organisationId) throw new Error('not a refresh token');
  return tokenOf(organisationId, secrets.mac(`refresh:${token}`));
}

/** The organisation and the hash to look a token up by; null when it can't be one of ours. */
export function readRefreshToken(token: string): { organisationId: string; hash: Buffer } | null {
  const organisation = shape.exec(token)?.[1];
  if (!organisation) return null;
  const hex = Buffer.from(organisation, 'base64url').toString('hex');
  const organisationId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { organisationId, hash: createHash('sha256').update(token).digest() };
}

function tokenOf(organisationId: string, secret: Buffer): string {
  const organisation = Buffer.from(organisationId.replaceAll('-', ''), 'hex');
  return `${organisation.toString('base64url')}.${secret.toString('base64url')}`;
}
