import { sql } from 'kysely';
import { newId } from '../platform/id.ts';
import type { Read, Tx } from '../platform/scope.ts';

/** How long a worker has a message for itself; a worker that dies loses it then. */
const leaseSeconds = 25;
/** After this many attempts a message has failed. */
export const attemptsMax = 5;

/** A message that this worker has for itself until its lease ends. */
export type Leased = Awaited<ReturnType<typeof leaseMessages>>[number];

/**
 * Takes due messages for one attempt each and writes the attempts down before anything is sent. Left
 * out are those that are sent already, not due, or another worker's. The lease is the fencing token:
 * a result that comes after another took over is not written.
 */
export async function leaseMessages(tx: Tx, ids: readonly string[]) {
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
    .where('message.id', '=', sql<string>`any(${ids}::uuid[])`)
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
    .execute();
  if (leased.length === 0) return leased;
  const attempts = leased.map((message) => ({
    organisation_id: tx.tenant.id,
    message_id: message.id,
    number: message.attempts,
    started_at: now,
  }));
  await tx.db.insertInto('attempt').values(attempts).execute();
  return leased;
}

/** What came of an attempt; a failure is due again at `retryAt`, or final. */
export type Outcome = { message: Leased; detail: string } & (
  | { outcome: 'sent'; providerId: string }
  | { outcome: 'failed'; retryAt: Temporal.Instant | null }
);

/** Writes the results of which the lease is still ours; returns the ids of those. */
export async function finishAttempts(tx: Tx, results: readonly Outcome[]): Promise<string[]> {
  const now = tx.now.toString();
  const rows = results.map((result) => ({
    id: result.message.id,
    lease: result.message.lease,
    number: result.message.attempts,
    outcome: result.outcome,
    detail: result.detail.slice(0, 500),
    status: result.outcome === 'sent' ? 'sent' : result.retryAt ? 'queued' : 'failed',
    sent_at: result.outcome === 'sent' ? now : null,
    provider_id: result.outcome === 'sent' ? result.providerId : null,
    due_at: result.outcome === 'failed' ? (result.retryAt?.toString() ?? null) : null,
  }));
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, lease uuid,
    number integer, outcome text, detail text, status text, sent_at timestamptz, provider_id text,
    due_at timestamptz)`;
  const [mine] = await Promise.all([
    sql<{ id: string }>`
      update message m set status = r.status, lease = null, leased_until = null,
        sent_at = coalesce(r.sent_at, m.sent_at),
        provider_id = coalesce(r.provider_id, m.provider_id), due_at = coalesce(r.due_at, m.due_at)
      from ${given}
      where m.organisation_id = ${tx.tenant.id} and m.id = r.id and m.lease = r.lease
      returning m.id`.execute(tx.db),
    sql`
      update attempt a set ended_at = ${now}, outcome = r.outcome, detail = r.detail
      from ${given}
      where a.organisation_id = ${tx.tenant.id} and a.message_id = r.id and a.number = r.number
    `.execute(tx.db),
  ]);
  return mine.rows.map((row) => row.id);
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
