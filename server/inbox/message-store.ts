import { sql } from 'kysely';
import type pg from 'pg';
import { newId } from '../platform/id.ts';
import type { Read, Tx } from '../platform/scope.ts';

/** How long a worker has a message for itself; a worker that dies loses it then. */
const leaseSeconds = 25;
/** After this many attempts a message has failed. */
export const attemptsMax = 5;

/** A message that this worker has for itself until its lease ends. */
export type Leased = Awaited<ReturnType<typeof leaseMessages>>[number];

/** Organisations that have something due, found in as many index probes as have anything open. */
export async function unsafeFindDue(systemPool: pg.Pool, now: string): Promise<string[]> {
  const open = "FROM message WHERE status IN ('queued', 'sending')";
  const first = 'ORDER BY organisation_id, due_at LIMIT 1';
  const { rows } = await systemPool.query<{ organisation_id: string }>(
    `WITH RECURSIVE oldest AS (
       (SELECT organisation_id, due_at ${open} ${first})
       UNION ALL
       SELECT next.* FROM oldest, LATERAL (SELECT organisation_id, due_at ${open}
         AND organisation_id > oldest.organisation_id ${first}) next
     ) SELECT organisation_id FROM oldest WHERE due_at <= $1 ORDER BY due_at`,
    [now],
  );
  return rows.map((row) => row.organisation_id);
}

/**
 * Takes the messages longest due, at most `limit`, for one attempt each, and writes the attempts down
 * before anything is sent. Those that another worker holds or takes are left to it. The lease is the
 * fencing token: a result that comes after another took over is not written.
 */
export async function leaseMessages(tx: Tx, limit: number) {
  const now = tx.now.toString();
  const leased = await tx.db
    .with(
      (cte) => cte('due').materialized(),
      (db) =>
        db
          .selectFrom('message')
          .select('id')
          .where('organisation_id', '=', tx.tenant.id)
          .where('status', 'in', sql<never>`('queued', 'sending')`)
          .where('due_at', '<=', now)
          .orderBy('due_at')
          .limit(sql.lit(limit))
          .forUpdate()
          .skipLocked(),
    )
    .updateTable('message')
    .from(['due', 'person'])
    .set({
      status: 'sending',
      lease: newId(),
      due_at: tx.now.add({ seconds: leaseSeconds }).toString(),
      attempts: sql<number>`attempts + 1`,
    })
    .where('message.organisation_id', '=', tx.tenant.id)
    .whereRef('message.id', '=', 'due.id')
    .where('person.organisation_id', '=', tx.tenant.id)
    .whereRef('person.id', '=', 'message.person_id')
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

/** Writes what came of attempts; a message whose lease another has by now is left to it. */
export async function finishAttempts(tx: Tx, results: readonly Outcome[]): Promise<void> {
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
  await Promise.all([
    sql`
      update message m set status = r.status, lease = null,
        sent_at = coalesce(r.sent_at, m.sent_at),
        provider_id = coalesce(r.provider_id, m.provider_id), due_at = coalesce(r.due_at, m.due_at)
      from ${given}
      where m.organisation_id = ${tx.tenant.id} and m.id = r.id and m.lease = r.lease
    `.execute(tx.db),
    sql`
      update attempt a set ended_at = ${now}, outcome = r.outcome, detail = r.detail
      from ${given}
      where a.organisation_id = ${tx.tenant.id} and a.message_id = r.id and a.number = r.number
    `.execute(tx.db),
  ]);
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
