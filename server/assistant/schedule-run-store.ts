import { sql } from 'kysely';
import type pg from 'pg';
import type { Read, Tx } from '../platform/scope.ts';
import { unsafeAcrossTenants } from '../platform/transaction.ts';
import { nextDue, type Work, works } from './work.ts';

/** One piece of work of one organisation. */
export type Job = { organisation: string; work: Work };

/** Organisations whose plan is missing, or was made for another time zone. */
export function unsafeFindUnplanned(systemPool: pg.Pool): Promise<string[]> {
  return unsafeAcrossTenants(systemPool, async (db) => {
    const rows = await db
      .selectFrom('organisation')
      .leftJoin('schedule_run', (join) =>
        join
          .onRef('schedule_run.organisation_id', '=', 'organisation.id')
          .onRef('schedule_run.zone', '=', 'organisation.time_zone'),
      )
      .select('organisation.id')
      .groupBy('organisation.id')
      .having(({ fn }) => fn.count('schedule_run.work'), '<', works.length)
      .execute();
    return rows.map((row) => row.id);
  });
}

/** What is due, longest due first. */
export function unsafeFindDue(systemPool: pg.Pool, now: Temporal.Instant): Promise<Job[]> {
  return unsafeAcrossTenants(systemPool, async (db) => {
    const rows = await db
      .selectFrom('schedule_run')
      .select(['organisation_id', 'work'])
      .where('due_at', '<=', now.toString())
      .orderBy('due_at')
      .orderBy('organisation_id')
      .execute();
    return rows.map((row) => ({ organisation: row.organisation_id, work: row.work as Work }));
  });
}

/**
 * Plans all work of the organisation in its present time zone: due for the first time after the
 * organisation was made, or after the work ran last.
 */
export async function planWork(tx: Tx): Promise<void> {
  const { created_at } = await tx.db
    .selectFrom('organisation')
    .select('created_at')
    .where('id', '=', tx.tenant.id)
    .executeTakeFirstOrThrow();
  const planned = await tx.db
    .selectFrom('schedule_run')
    .select(['work', 'zone', 'ran_at'])
    .where('organisation_id', '=', tx.tenant.id)
    .forUpdate()
    .execute();
  for (const work of works) {
    const row = planned.find((one) => one.work === work);
    if (row?.zone === tx.tenant.timeZone) continue;
    const after = Temporal.Instant.from(row?.ran_at ?? created_at);
    const due_at = nextDue(work, after, tx.tenant.timeZone).toString();
    await tx.db
      .insertInto('schedule_run')
      .values({ organisation_id: tx.tenant.id, work, due_at, zone: tx.tenant.timeZone })
      .onConflict((conflict) =>
        conflict
          .columns(['organisation_id', 'work'])
          .doUpdateSet({ due_at, zone: tx.tenant.timeZone }),
      )
      .execute();
  }
}

/** Whether the work is due. */
export async function isDue(read: Read, work: Work): Promise<boolean> {
  return (await selectDue(read, work).executeTakeFirst()) !== undefined;
}

/** Takes work that is due for this transaction; false when it is not, or another node is doing it. */
export async function lockDue(tx: Tx, work: Work): Promise<boolean> {
  const row = await selectDue(tx, work).forUpdate().skipLocked().executeTakeFirst();
  return row !== undefined;
}

function selectDue(read: Read, work: Work) {
  return read.db
    .selectFrom('schedule_run')
    .select(sql<number>`1`.as('due'))
    .where('organisation_id', '=', read.tenant.id)
    .where('work', '=', work)
    .where('due_at', '<=', read.now.toString());
}

/** Plans the next run: however many were missed, what ran just now stands for all of them. */
export async function planNext(tx: Tx, work: Work): Promise<void> {
  await tx.db
    .updateTable('schedule_run')
    .set({
      due_at: nextDue(work, tx.now, tx.tenant.timeZone).toString(),
      zone: tx.tenant.timeZone,
      ran_at: tx.now.toString(),
    })
    .where('organisation_id', '=', tx.tenant.id)
    .where('work', '=', work)
    .execute();
}
