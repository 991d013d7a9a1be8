import type { Secrets } from '../platform/secrets.ts';
import { newTenantToken, readTenantToken } from '../platform/tenant-token.ts';

/** A new refresh token. */
export function newRefreshToken(organisationId: string): string {
  return newTenantToken(organisationId);
}

/**
 * The token that follows `token`. It is derived, so that two tabs, or a client that lost the answer,
 * get the same one although nothing stored can make it.
 */
export function successorOf(secrets: Secrets, token: string): string {
  const { organisationId } = readRefreshToken(token) ?? {};
  if (!organisationId) throw new Error('not a refresh token');
  return newTenantToken(organisationId, secrets.mac(`refresh:${token}`));
}

/** The organisation and the hash to look a token up by; null when it can't be one of ours. */
export function readRefreshToken(token: string): { organisationId: string; hash: Buffer } | null {
  return readTenantToken(token);
}
