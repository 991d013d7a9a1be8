import type { App } from '../platform/app.ts';
import type { Queue } from '../platform/jobs.ts';
import { unsafeAcrossTenants } from '../platform/transaction.ts';
import { deliverQueue, sweepQueue } from './queue-names.ts';

const batchSize = 1_000;

/** Every minute: messages that are due but have no job any more (lost with a worker) get one again. */
export function messageSweep(app: App): Queue {
  return {
    name: sweepQueue,
    batch: 1,
    retries: 0,
    cron: '* * * * *',
    async handle() {
      await sweepMessages(app, 60);
    },
  };
}

/**
 * Enqueues every message that has been due for `lateSeconds`, oldest first; one that a worker holds,
 * for when its lease ends. Delivering twice is harmless: the lease decides. At start `lateSeconds`
 * is 0, so what a crash left behind goes out at once.
 */
export async function sweepMessages(app: App, lateSeconds: number): Promise<number> {
  const now = app.clock.now();
  const late = now.subtract({ seconds: lateSeconds }).toString();
  return unsafeAcrossTenants(app.systemPool, async (db) => {
    const due = await db
      .selectFrom('message')
      .select(['organisation_id', 'id', 'leased_until'])
      .where('status', 'in', ['queued', 'sending'])
      .where('due_at', '<=', late)
      .orderBy('due_at')
      .limit(batchSize)
      .execute();
    for (const [wait, rows] of Map.groupBy(due, (row) => secondsUntil(now, row.leased_until))) {
      const jobs = rows.map((row) => ({ organisation: row.organisation_id, message: row.id }));
      await app.jobs.enqueue(null, deliverQueue, jobs, wait);
    }
    return due.length;
  });
}

function secondsUntil(now: Temporal.Instant, leasedUntil: string | null): number {
  if (!leasedUntil) return 0;
  return Math.max(0, Math.ceil(now.until(leasedUntil).total('seconds')) + 1);
}
