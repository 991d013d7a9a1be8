import type { App } from '../platform/app.ts';
import type { Queue } from '../platform/jobs.ts';
import { unsafeAcrossTenants } from '../platform/transaction.ts';
import { deliverQueue, sweepQueue } from './queue-names.ts';

/** Every minute: messages that are due but have no job any more (lost with a worker) get one again. */
export function messageSweep(app: App): Queue {
  return {
    name: sweepQueue,
    batch: 1,
    retries: 0,
    cron: '* * * * *',
    async handle() {
      await sweepMessages(app);
    },
  };
}

/** Enqueues what has been due for 90 seconds, oldest first; delivering twice is harmless (leases). */
export async function sweepMessages(app: App): Promise<number> {
  const late = app.clock.now().subtract({ seconds: 90 }).toString();
  return unsafeAcrossTenants(app.systemPool, async (db) => {
    const due = await db
      .selectFrom('message')
      .select(['organisation_id', 'id'])
      .where('status', 'in', ['queued', 'sending'])
      .where('due_at', '<', late)
      .where((where) =>
        where.or([where('leased_until', 'is', null), where('leased_until', '<', late)]),
      )
      .orderBy('due_at')
      .limit(1_000)
      .execute();
    const jobs = due.map((row) => ({ organisation: row.organisation_id, message: row.id }));
    if (jobs.length > 0) await app.jobs.enqueue(null, deliverQueue, jobs);
    return jobs.length;
  });
}
