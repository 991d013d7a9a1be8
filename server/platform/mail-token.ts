import type { Secrets } from './secrets.ts';

/**
 * The token that goes into a mail for a `one_time_token` row: its id and a MAC over purpose and id.
 * Whoever reads the database, or a backup of it, can't make one without this installation's secret.
 */
export function mailToken(secrets: Secrets, purpose: string, id: string): string {
  return Buffer.concat([idBytes(id), secrets.mac(`${purpose}:${id}`)]).toString('base64url');
}

/** The id in a token of that purpose, or null when it was not made here. */
export function readMailToken(secrets: Secrets, purpose: string, token: string): string | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 40) return null;
  const hex = bytes.subarray(0, 16).toString('hex');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return secrets.checkMac(`${purpose}:${id}`, bytes.subarray(16)) ? id : null;
}

function idBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}
