import { sql } from 'kysely';
import type pg from 'pg';
import type { App } from '../platform/app.ts';
import type { Queue } from '../platform/jobs.ts';
import { unsafeAcrossTenants } from '../platform/transaction.ts';
import { cleanReminderLogs } from './clean-reminder-logs.ts';
import { replanStale } from './replan-reminders.ts';
import { sendingQueue } from './send-due-reminders.ts';

/** Every quarter of an hour, which every zone's quarters fall on: what is due goes out. */
export function reminderSweep(app: App): Queue {
  return {
    name: 'sweep-reminders',
    batch: 1,
    retries: 0,
    cron: '*/15 * * * *',
    async handle() {
      await replanStale(app);
      await sweepReminders(app);
      await cleanReminderLogs(app, 'at-two');
    },
  };
}

/** Enqueues the organisations that have something due by the program's clock; returns which. */
export async function sweepReminders(app: App): Promise<string[]> {
  const organisations = await unsafeFindDue(app.systemPool, app.clock.now());
  if (organisations.length > 0) {
    const jobs = organisations.map((organisation) => ({ organisation }));
    await app.jobs.enqueue(null, sendingQueue, jobs);
    app.jobs.wake(sendingQueue);
  }
  return organisations;
}

function unsafeFindDue(systemPool: pg.Pool, now: Temporal.Instant): Promise<string[]> {
  return unsafeAcrossTenants(systemPool, async (db) => {
    const rows = await db
      .selectFrom('reminder')
      .select('organisation_id')
      .distinct()
      .where('status', '=', sql.lit('PENDING'))
      .where('queued_at', 'is', null)
      .where('due_at', '<=', now.toString())
      .execute();
    return rows.map((row) => row.organisation_id);
  });
}
