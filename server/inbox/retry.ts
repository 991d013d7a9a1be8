import { createHash } from 'node:crypto';
import { NotSent } from '../platform/channels/channel.ts';
import type { Leased } from './message-store.ts';

type Tried = Pick<
  Leased,
  ('id' | 'attempts' | 'attempts_before') | ('attempts_max' | 'attempts_free' | 'attempts_lost')
>;

/** After this many attempts of a round a message has failed, unless it says fewer. */
export const attemptsMax = 5;
/** Attempts that were not the message's fault do not count, but some time it is enough. */
const attemptsEver = 1_000;

/** Seconds until the next attempt: 4, 16, 64, 256, and up to a quarter more, so that not all come at once. */
export function backoffSeconds(message: Omit<Tried, 'attempts_max'>): number {
  const base = 4 ** Math.min(triesOf(message), attemptsMax);
  const { id, attempts } = message;
  const spread = createHash('sha1').update(`${id}:${attempts}`).digest().readUInt16BE(0) / 65_536;
  return Math.ceil(base * (1 + spread / 4));
}

/**
 * When a message is tried again; null when it is over. One of which nobody knows waits until its provider
 * would have told, and is looked for once more even after its last attempt.
 */
export function retryAfter(
  now: Temporal.Instant,
  message: Tried,
  { why, pauseSeconds }: NotSent,
  settleSeconds: number,
): Temporal.Instant | null {
  if (why === 'refused' || message.attempts >= attemptsEver) return null;
  if (pauseSeconds !== null) return now.add({ seconds: Math.max(pauseSeconds, 1) });
  const tries = triesOf(message);
  const looksOnceMore = why === 'unknown' && tries === message.attempts_max;
  if (tries >= message.attempts_max && !looksOnceMore) return null;
  const seconds = backoffSeconds(message);
  return now.add({ seconds: why === 'unknown' ? Math.max(seconds, settleSeconds) : seconds });
}

/** Why a message is only looked for and not sent any more. */
export function whyNotRetry(message: Tried): NotSent | null {
  if (triesOf(message) <= message.attempts_max) return null;
  return new NotSent('refused', 'unknown', 'Nobody knows whether it got through.');
}

/** Attempts of this round that count. */
function triesOf(message: Omit<Tried, 'attempts_max'>): number {
  const { attempts, attempts_before, attempts_free, attempts_lost } = message;
  return attempts - attempts_before - attempts_free - attempts_lost;
}
