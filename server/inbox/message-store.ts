import { sql } from 'kysely';
import type pg from 'pg';
import type { ChannelName, NotSent } from '../platform/channels/channel.ts';
import { newId } from '../platform/id.ts';
import type { Read, Tx } from '../platform/scope.ts';

/** How long a worker has a message for itself; a worker that dies loses it then. */
const leaseSeconds = 25;
/** So many attempts that ended with their worker do not count: a message that kills workers ends too. */
const lostMax = 5;

/** A message that this worker has for itself until its lease ends. */
export type Leased = Awaited<ReturnType<typeof leaseMessages>>[number];

/** What is due in one organisation on one channel. */
export type Due = { channel: ChannelName; organisation_id: string };

/**
 * Organisations that have something due on a channel whose provider is not pausing, found in as many
 * index probes as have anything open.
 */
export async function unsafeFindDue(systemPool: pg.Pool, now: string): Promise<Due[]> {
  const open = "FROM message WHERE status IN ('queued', 'sending')";
  const first = 'ORDER BY channel, organisation_id, due_at LIMIT 1';
  const { rows } = await systemPool.query<Due>(
    `WITH RECURSIVE oldest AS (
       (SELECT channel, organisation_id, due_at ${open} ${first})
       UNION ALL
       SELECT next.* FROM oldest, LATERAL (SELECT channel, organisation_id, due_at ${open}
         AND (channel, organisation_id) > (oldest.channel, oldest.organisation_id) ${first}) next
     ) SELECT channel, organisation_id FROM oldest WHERE due_at <= $1 AND NOT EXISTS (
       SELECT FROM provider_pause p WHERE p.channel = oldest.channel AND p.until > $1
     ) ORDER BY due_at`,
    [now],
  );
  return rows;
}

/**
 * Takes the messages of a channel longest due, at most `limit`, for one attempt each, and writes the
 * attempts down before anything is sent. Those that another worker holds or takes are left to it, and all
 * while the provider pauses. The lease is the fencing token: a result that comes after another took over
 * is not written.
 */
export async function leaseMessages(tx: Tx, channel: ChannelName, limit: number) {
  const now = tx.now.toString();
  const leased = await tx.db
    .with(
      (cte) => cte('due').materialized(),
      (db) =>
        db
          .selectFrom('message')
          .select(['id', 'status as was'])
          .where('channel', '=', channel)
          .where('organisation_id', '=', tx.tenant.id)
          .where('status', 'in', sql<never>`('queued', 'sending')`)
          .where('due_at', '<=', now)
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('provider_pause')
                  .select('channel')
                  .where('channel', '=', channel)
                  .where('until', '>', now),
              ),
            ),
          )
          .orderBy('due_at')
          .limit(sql.lit(limit))
          .forUpdate('message')
          .skipLocked(),
    )
    .updateTable('message')
    .from(['due', 'person'])
    .set({
      status: 'sending',
      lease: newId(),
      due_at: tx.now.add({ seconds: leaseSeconds }).toString(),
      attempts: sql<number>`attempts + 1`,
      // Its worker died with it, or was too slow: a few times that is nobody's fault.
      attempts_lost: sql<number>`least(attempts_lost + (due.was = 'sending')::integer, ${sql.lit(lostMax)})`,
    })
    .where('message.organisation_id', '=', tx.tenant.id)
    .whereRef('message.id', '=', 'due.id')
    .where('person.organisation_id', '=', tx.tenant.id)
    .whereRef('person.id', '=', 'message.person_id')
    .returning(['message.id', 'message.channel', 'message.person_id', 'message.address'])
    .returning(['message.template', 'message.data', 'message.lease', 'message.attempts'])
    .returning(['message.attempts_before', 'message.round', 'message.attempts_lost'])
    .returning('message.attempts_free')
    .returning(['message.attempts_max', 'message.stands_with', 'message.expires_at'])
    .returning(['person.full_name', 'person.language'])
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

/** What came of an attempt: sent; or not, due again at `retryAt` or over. */
export type Outcome = { message: Leased; detail: string } & (
  | { outcome: 'sent'; providerId: string }
  | {
      outcome: 'failed' | 'unknown';
      code: string;
      fault: NotSent['fault'];
      retryAt: Temporal.Instant | null;
      /** Not the message's fault: it does not count among its attempts. */
      isFree: boolean;
    }
);

/**
 * Writes what came of attempts; a message whose lease another has by now is left to it. Returns the ids
 * of those that were ours.
 */
export async function finishAttempts(tx: Tx, results: readonly Outcome[]): Promise<Set<string>> {
  const now = tx.now.toString();
  const rows = results.map((result) => rowOf(result, now));
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, lease uuid,
    number integer, outcome text, detail text, code text, status text, sent_at timestamptz,
    provider_id text, due_at timestamptz, free integer, failure_code text, failure text)`;
  const [mine] = await Promise.all([
    sql<{ id: string }>`
      update message m set status = r.status, lease = null,
        sent_at = coalesce(r.sent_at, m.sent_at),
        provider_id = coalesce(r.provider_id, m.provider_id), due_at = coalesce(r.due_at, m.due_at),
        attempts_free = m.attempts_free + r.free,
        failure_code = r.failure_code, failure = r.failure
      from ${given}
      where m.organisation_id = ${tx.tenant.id} and m.id = r.id and m.lease = r.lease
      returning m.id`.execute(tx.db),
    sql`
      update attempt a set ended_at = ${now}, outcome = r.outcome, detail = r.detail, code = r.code,
        provider_id = r.provider_id
      from ${given}
      where a.organisation_id = ${tx.tenant.id} and a.message_id = r.id and a.number = r.number
    `.execute(tx.db),
  ]);
  return new Set(mine.rows.map((row) => row.id));
}

function rowOf(result: Outcome, now: string) {
  const { message, outcome } = result;
  const detail = result.detail.slice(0, 500);
  const key = { id: message.id, lease: message.lease, number: message.attempts, outcome, detail };
  if (outcome === 'sent') {
    return { ...key, status: 'sent', sent_at: now, provider_id: result.providerId, free: 0 };
  }
  const free = result.isFree ? 1 : 0;
  const why = { failure_code: result.code, failure: detail };
  const failed = { ...key, ...why, code: result.code, free };
  if (result.retryAt) return { ...failed, status: 'queued', due_at: result.retryAt.toString() };
  const status = message.channel === 'email' && result.fault === 'address' ? 'bounced' : 'failed';
  return { ...failed, status };
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
    .select(['message.id', 'message.channel', 'message.address', 'message.template'])
    .select(['message.data', 'message.status', 'message.attempts', 'message.created_at'])
    .select(['message.sent_at', 'message.due_at', 'message.failure_code', 'message.failure'])
    .select(['message.organisation_id', 'message.person_id', 'person.full_name'])
    .select(['message.withdrawn_at', 'message.expires_at'])
    .select(['person.language', 'journal.event', 'organisation.name as organisation_name']);
}

/** Whose message a row is. */
export function organisationOf(row: { organisation_id: string; organisation_name: string }) {
  return { id: row.organisation_id, name: row.organisation_name };
}
