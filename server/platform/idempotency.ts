import { createHash } from 'node:crypto';
import { invalid, Refusal } from './problem.ts';
import type { ActorTx } from './scope.ts';

const keptFor = { hours: 24 } as const;

/** The key of an `Idempotency-Key` header: a quoted string of 1 to 255 printable characters (RFC 8941, 3.3.3). */
export function readKey(header: string | string[] | undefined): string | null {
  if (header === undefined) return null;
  const key =
    typeof header === 'string' ? /^"([\x20\x21\x23-\x5b\x5d-\x7e]{1,255})"$/.exec(header) : null;
  if (key?.[1]) return key[1];
  throw invalid({
    'Idempotency-Key': ['Give one quoted string of 1 to 255 characters, like "k-1".'],
  });
}

/**
 * Runs `work` once per key (24 hours, per person and route): a repeat with the same body gets the
 * first answer, one with another body 409. Simultaneous repeats wait for the first. The answer is
 * written in the transaction of the effect, so a crash can't separate them.
 */
export async function once(
  tx: ActorTx,
  route: string,
  key: string,
  input: unknown,
  work: () => Promise<unknown>,
): Promise<{ answer: unknown; replayed: boolean }> {
  const id = { organisation_id: tx.tenant.id, person_id: tx.by.personId, route, key };
  const requestHash = createHash('sha256').update(JSON.stringify(input, withoutPasswords)).digest();
  const fresh = { request_hash: requestHash, answer: null, created_at: tx.now.toString() };
  const taken = await tx.db
    .insertInto('idempotency')
    .values({ ...id, ...fresh })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'person_id', 'route', 'key'])
        .doUpdateSet(fresh)
        .where('idempotency.created_at', '<', tx.now.subtract(keptFor).toString()),
    )
    .returning('key')
    .executeTakeFirst();
  if (!taken) return { answer: await firstAnswer(tx, id, requestHash), replayed: true };
  const answer = await work();
  await tx.db
    .updateTable('idempotency')
    .set({ answer: JSON.stringify(answer) })
    .where((eb) => eb.and(id))
    .execute();
  return { answer, replayed: false };
}

// A fast hash of a body with a password in it would be a password that is easy to guess.
function withoutPasswords(key: string, value: unknown): unknown {
  return /^password/.test(key) ? undefined : value;
}

async function firstAnswer(
  tx: ActorTx,
  id: { organisation_id: string; person_id: string; route: string; key: string },
  requestHash: Buffer,
): Promise<unknown> {
  const first = await tx.db
    .selectFrom('idempotency')
    .select(['request_hash', 'answer'])
    .where((eb) => eb.and(id))
    .executeTakeFirstOrThrow();
  if (first.request_hash.equals(requestHash)) return first.answer;
  throw new Refusal(
    409,
    'idempotency_key_reused',
    'This Idempotency-Key was used with another body.',
  );
}
