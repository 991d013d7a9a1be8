import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SigningSecret } from '../channels/settings.ts';

/**
 * Whether Meta signed these very bytes: `X-Hub-Signature-256: sha256=<hex HMAC-SHA256>` by the app's
 * secret. Never over JSON that was parsed and written again: escapes would differ.
 */
export function isSignedByMeta(
  secrets: readonly SigningSecret[],
  now: Temporal.Instant,
  body: Buffer,
  signature: string | null,
): boolean {
  const hex = /^sha256=([0-9a-f]{64})$/.exec(signature ?? '')?.[1];
  if (!hex) return false;
  const given = Buffer.from(hex, 'hex');
  return secrets
    .filter(({ until }) => until === null || Temporal.Instant.compare(now, until) < 0)
    .some(({ value }) => timingSafeEqual(given, createHmac('sha256', value).update(body).digest()));
}
