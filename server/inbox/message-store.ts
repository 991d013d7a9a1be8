import { sql } from 'kysely';
import { newId } from '../platform/id.ts';
import type { Read, Tx } from '../platform/scope.ts';

/** How long a worker has a message for itself; a worker that dies loses it then. */
const leaseSeconds = 25;
/** After this many attempts a message has failed. */
export const attemptsMax = 5;

/** A message that this worker has for itself until its lease ends. */
export type Leased = NonNullable<Awaited<ReturnType<typeof leaseMessage>>>;

/**
 * Takes a due message for one attempt and writes the attempt down before anything is sent. Undefined
 * when it is sent already, not due, or another worker has it. The lease is the fencing token: a
 * result that comes after another took over is not written.
 */
export async function leaseMessage(tx: Tx, id: string) {
  const now = tx.now.toString();
  const leased = await tx.db
    .updateTable('message')
    .from('person')
    .set({
      status: 'sending',
      lease: newId(),
      leased_until: tx.now.add({ seconds: leaseSeconds }).toString(),
      attempts: sql<number>`attempts + 1`,
    })
    .whereRef('person.organisation_id', '=', 'message.organisation_id')
    .whereRef('person.id', '=', 'message.person_id')
    .where('message.organisation_id', '=', tx.tenant.id)
    .where('message.id', '=', id)
    .where('message.due_at', '<=', now)
    .where((where) =>
      where.or([
        where('message.status', '=', 'queued'),
        where.and([where('message.status', '=', 'sending'), where('leased_until', '<', now)]),
      ]),
    )
    .returning([
      'message.id',
      'message.address',
      'message.template',
      'message.data',
      'message.lease',
      'message.attempts',
      'person.full_name',
    ])
    .executeTakeFirst();
  if (!leased) return undefined;
  await tx.db
    .insertInto('attempt')
    .values({
      organisation_id: tx.tenant.id,
      message_id: id,
      number: leased.attempts,
      started_at: now,
    })
    .execute();
  return leased;
}

/** What came of an attempt. */
export type Outcome =
  | { outcome: 'sent'; providerId: string; detail: string }
  | { outcome: 'failed'; detail: string };

/** Writes the result, if the lease is still ours; a failure is due again after `retryAt`, or final. */
export async function finishAttempt(
  tx: Tx,
  leased: Leased,
  result: Outcome,
  retryAt: Temporal.Instant | null,
): Promise<boolean> {
  const now = tx.now.toString();
  const sent = result.outcome === 'sent';
  const mine = await tx.db
    .updateTable('message')
    .set({
      status: sent ? 'sent' : retryAt ? 'queued' : 'failed',
      lease: null,
      leased_until: null,
      ...(sent && { sent_at: now, provider_id: result.providerId }),
      ...(retryAt && { due_at: retryAt.toString() }),
    })
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', leased.id)
    .where('lease', '=', leased.lease)
    .returning('id')
    .executeTakeFirst();
  await tx.db
    .updateTable('attempt')
    .set({ ended_at: now, outcome: result.outcome, detail: result.detail.slice(0, 500) })
    .where('organisation_id', '=', tx.tenant.id)
    .where('message_id', '=', leased.id)
    .where('number', '=', leased.attempts)
    .execute();
  return mine !== undefined;
}

/** Messages of one organisation, newest first. */
export function selectMessages(read: Pick<Read, 'db'>) {
  return read.db
    .selectFrom('message')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'message.organisation_id')
        .onRef('person.id', '=', 'message.person_id'),
    )
    .innerJoin('journal', (join) =>
      join
        .onRef('journal.organisation_id', '=', 'message.organisation_id')
        .onRef('journal.id', '=', 'message.journal_id'),
    )
    .innerJoin('organisation', 'organisation.id', 'message.organisation_id')
    .select([
      'message.id',
      'message.channel',
      'message.address',
      'message.template',
      'message.data',
      'message.status',
      'message.attempts',
      'message.created_at',
      'message.sent_at',
      'message.organisation_id',
      'person.full_name',
      'journal.event',
      'organisation.name as organisation_name',
    ]);
}
