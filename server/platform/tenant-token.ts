import { createHash, randomBytes } from 'node:crypto';

const shape = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{32})$/;

/**
 * A secret that opens something of one organisation: the organisation's id, so that it is looked up
 * through its tenant, and 192 bits, random unless given. Only its hash is stored.
 */
export function newTenantToken(organisationId: string, secret: Buffer = randomBytes(24)): string {
  const organisation = Buffer.from(organisationId.replaceAll('-', ''), 'hex');
  return `${organisation.toString('base64url')}.${secret.toString('base64url')}`;
}

/** The organisation and the hash to look a token up by; null when it can't be one of ours. */
export function readTenantToken(token: string): { organisationId: string; hash: Buffer } | null {
  const organisation = shape.exec(token)?.[1];
  if (!organisation) return null;
  const hex = Buffer.from(organisation, 'base64url').toString('hex');
  const organisationId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { organisationId, hash: createHash('sha256').update(token).digest() };
}
