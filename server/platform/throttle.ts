import { createHash } from 'node:crypto';
import type { App } from './app.ts';
import { Refusal } from './problem.ts';

/** How often something may be tried: `most` times in `minutes`, counted for what `of` names. */
export type Limit = { of: string; most: number; minutes: number };

type Row = { key: Buffer; tries: number; until: string };

// Rows that have run out go with the next tries, a few at a time; nothing else needs to clean up.
const count = `
  WITH gone AS (
    DELETE FROM throttle WHERE key IN (
      SELECT key FROM throttle WHERE until < $1::timestamptz - interval '1 hour'
      AND key <> ALL ($2::bytea[]) LIMIT 10 FOR UPDATE SKIP LOCKED))
  INSERT INTO throttle (key, tries, until)
  SELECT key, 1, until FROM unnest($2::bytea[], $3::timestamptz[]) AS one (key, until) ORDER BY key
  ON CONFLICT (key) DO UPDATE SET
    tries = CASE WHEN throttle.until <= $1 THEN 1 ELSE least(throttle.tries + 1, 1000000) END,
    until = CASE WHEN throttle.until <= $1 THEN excluded.until ELSE throttle.until END
  RETURNING key, tries, until`;

const forgive = 'UPDATE throttle SET tries = tries - 1 WHERE key = ANY ($1::bytea[]) AND tries > 0';

/**
 * Counts a try before it is made, on all nodes together, so that many at once can't slip through; who
 * succeeds is forgiven. 429 `too_many_tries` with the seconds to wait when a limit is passed.
 */
export async function countTry(app: App, limits: readonly Limit[]): Promise<void> {
  const now = app.clock.now();
  const until = limits.map(({ minutes }) => now.add({ minutes }).toString());
  const values = [now.toString(), limits.map(keyOf), until];
  const { rows } = await app.pool.query<Row>({ name: 'count-try', text: count, values });
  const waits = limits.map((limit) => {
    const row = rows.find(({ key }) => key.equals(keyOf(limit)));
    if (!row || row.tries <= limit.most) return 0;
    return Math.ceil(now.until(Temporal.Instant.from(row.until)).total('seconds'));
  });
  const seconds = Math.max(...waits);
  if (seconds > 0) throw tooManyTries(seconds);
}

/** Takes a counted try back: it was a good one. */
export async function forgiveTry(app: App, limits: readonly Limit[]): Promise<void> {
  await app.pool.query({ name: 'forgive-try', text: forgive, values: [limits.map(keyOf)] });
}

/** Forgets all tries: whoever was guarded has proved who they are. */
export async function forgetTries(app: App, limits: readonly Limit[]): Promise<void> {
  const text = 'DELETE FROM throttle WHERE key = ANY ($1::bytea[])';
  await app.pool.query({ name: 'forget-tries', text, values: [limits.map(keyOf)] });
}

/**
 * Where a request comes from, for limits: an IPv4 address, or the /64 network of an IPv6 address,
 * which is what one subscriber gets.
 */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  if (/^::ffff:[\d.]+$/i.test(address)) return address.slice(7);
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right];
  return `${groups.slice(0, 4).join(':')}::/64`;
}

function keyOf({ of }: Limit): Buffer {
  return createHash('sha256').update(of).digest();
}

function tooManyTries(seconds: number): Refusal {
  const minutes = Math.ceil(seconds / 60);
  const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`;
  return new Refusal(429, 'too_many_tries', `Too many tries. Wait ${wait} and try again.`, {
    retry_after: seconds,
  });
}
