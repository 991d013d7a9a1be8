import { type RawBuilder, sql } from 'kysely';
import type { App } from './app.ts';
import type { Queue } from './jobs.ts';
import { unsafeAcrossTenants } from './transaction.ts';

/** Something that has its time and is deleted after it; never what is of record. */
export type Pruning = {
  /** As the command says it: `spent log-in tokens`. */
  what: string;
  /** One statement that deletes at most so many, oldest or any; it runs until it finds less. */
  statement(now: Temporal.Instant, limit: RawBuilder<number>): RawBuilder<unknown>;
};

const chunk = 5_000;

/** Daily at twenty to three (UTC), whatever has had its time is deleted. */
export function pruningQueue(app: App, prunings: readonly Pruning[]): Queue {
  return {
    name: 'prune',
    batch: 1,
    retries: 2,
    cron: '40 2 * * *',
    pollSeconds: 30,
    async handle() {
      const pruned = await pruneAll(app, prunings);
      app.log.info(Object.fromEntries(pruned), 'pruned');
    },
  };
}

/** Deletes all that has had its time, in small transactions; how many of what. */
export async function pruneAll(
  app: Pick<App, 'systemPool' | 'clock'>,
  prunings: readonly Pruning[],
): Promise<Map<string, number>> {
  const pruned = new Map<string, number>();
  for (const { what, statement } of prunings) {
    let count = 0;
    for (let last = chunk; last === chunk; count += last) {
      const query = statement(app.clock.now(), sql.lit(chunk));
      const done = await unsafeAcrossTenants(app.systemPool, (db) => query.execute(db));
      last = Number(done.numAffectedRows ?? 0);
    }
    pruned.set(what, count);
  }
  return pruned;
}

/** Answers to repeated calls are kept for 24 hours. */
export const idempotencyKeys: Pruning = {
  what: 'idempotency keys',
  statement: (now, limit) => sql`
    DELETE FROM idempotency WHERE ctid = ANY (ARRAY(SELECT ctid FROM idempotency
      WHERE created_at < ${now.subtract({ hours: 24 }).toString()} LIMIT ${limit}))`,
};
