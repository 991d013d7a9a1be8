import { type RawBuilder, sql } from 'kysely';
import { deadLetterQueue } from '../platform/jobs.ts';
import type { Read } from '../platform/scope.ts';

/** A job in the dead-letter queue. */
export type DeadJobRow = {
  id: string;
  queue: string;
  reason: string | null;
  tries: number;
  created_at: string;
  failed_at: string;
};

type After = { failedAt: string; id: string } | null;

/**
 * The organisation's own, newest first. pg-boss's tables know no tenant: the job's data names it, and
 * this file is the only one that reads them for a person.
 */
export async function findDeadJobs(
  read: Read,
  after: After,
  limit: RawBuilder<number>,
): Promise<DeadJobRow[]> {
  const page = after
    ? sql`AND (created_on, id) < (${after.failedAt}::timestamptz, ${after.id}::uuid)`
    : sql``;
  const { rows } = await sql<DeadJobRow>`
    ${selectDead(read)} ${page} ORDER BY created_on DESC, id DESC LIMIT ${limit}`.execute(read.db);
  return rows;
}

/** One of them, kept from others until the transaction ends. */
export async function lockDeadJob(read: Read, id: string): Promise<DeadJobRow | undefined> {
  const { rows } = await sql<DeadJobRow>`
    ${selectDead(read)} AND id = ${id}::uuid FOR UPDATE`.execute(read.db);
  return rows[0];
}

function selectDead({ tenant }: Read): RawBuilder<unknown> {
  return sql`
    SELECT id, source_name AS queue, source_output ->> 'message' AS reason,
      coalesce(source_retry_count, 0) + 1 AS tries,
      coalesce(source_created_on, created_on) AS created_at, created_on AS failed_at
    FROM pgboss.job
    WHERE name = ${sql.lit(deadLetterQueue)} AND state = 'created' AND source_name IS NOT NULL
      AND data ->> 'organisation' = ${tenant.id}`;
}
