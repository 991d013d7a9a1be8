import type { Secrets } from '../secrets.ts';
import type { FileKey } from './store.ts';

/** What an address of a file opens: which file, how it is shown, and until when (seconds since 1970). */
export type FileLink = FileKey & { as: 'attachment' | 'inline'; untilSeconds: number };

type Signer = Pick<Secrets, 'mac' | 'checkMac'>;
const headBytes = 37;
const halfHour = 1_800;

/**
 * When an address made now expires: within half an hour and an hour, the same for a while, so that a
 * browser that asks again finds what it has.
 */
export function linkUntil(now: Temporal.Instant): number {
  return (Math.floor(now.epochMilliseconds / 1_000 / halfHour) + 2) * halfHour;
}

/** The token of an address: what it opens, and a MAC over that. */
export function fileToken(secrets: Pick<Signer, 'mac'>, link: FileLink): string {
  const head = Buffer.alloc(headBytes);
  bytesOfId(link.organisationId).copy(head, 0);
  bytesOfId(link.id).copy(head, 16);
  head.writeUInt32BE(link.untilSeconds, 32);
  head.writeUInt8(link.as === 'inline' ? 1 : 0, 36);
  return Buffer.concat([head, secrets.mac(purpose(head))]).toString('base64url');
}

/** What a token opens; null when it was not made here. */
export function readFileToken(secrets: Signer, token: string): FileLink | null {
  const bytes = Buffer.from(token, 'base64url');
  const head = bytes.subarray(0, headBytes);
  const isOurs =
    bytes.length === headBytes + 24 &&
    bytes.toString('base64url') === token &&
    secrets.checkMac(purpose(head), bytes.subarray(headBytes));
  if (!isOurs) return null;
  return {
    organisationId: idOf(head.subarray(0, 16)),
    id: idOf(head.subarray(16, 32)),
    untilSeconds: head.readUInt32BE(32),
    as: head.readUInt8(36) === 1 ? 'inline' : 'attachment',
  };
}

const purpose = (head: Buffer) => `file-link:${head.toString('hex')}`;
const bytesOfId = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');
const idOf = (bytes: Buffer) =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
