import { newTenantToken, readTenantToken } from '../platform/tenant-token.ts';

/** What API keys begin with: the word that scanners of leaked secrets look for. */
export const keyPrefix = 'cb_';

/** A new key for an organisation. */
export function newKey(organisationId: string): string {
  return `${keyPrefix}${newTenantToken(organisationId)}`;
}

/** The organisation and the hash to look a key up by; null when it can't be one. */
export function readKeyText(key: string) {
  return key.startsWith(keyPrefix) ? readTenantToken(key.slice(keyPrefix.length)) : null;
}

/** What is stored of a key of ours. */
export function hashOfKey(key: string): Buffer {
  const read = readKeyText(key);
  if (!read) throw new Error('not an API key');
  return read.hash;
}
