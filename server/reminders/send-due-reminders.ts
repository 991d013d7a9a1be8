import { sql } from 'kysely';
import { type App, write } from '../platform/app.ts';
import type { Queue } from '../platform/jobs.ts';
import type { Tx } from '../platform/scope.ts';
import { tenantById } from '../platform/tenant.ts';
import { selectReminders } from './reminder-store.ts';
import { sendReminder } from './send-reminder.ts';

/** The queue that sends what is due in an organisation. */
export const sendingQueue = 'send-reminders';

/** So many reminders are queued in one transaction. */
const batch = 50;

/** Sends what is due of an organisation; a job too many does nothing. */
export function reminderSending(app: App): Queue {
  return {
    name: sendingQueue,
    batch: 4,
    retries: 5,
    handle: (job) => sendDueReminders(app, (job as { organisation: string }).organisation),
  };
}

/** All that is due of an organisation, oldest first. While the duty system is off, nothing is sent. */
export async function sendDueReminders(app: App, organisation: string): Promise<void> {
  const tenant = await tenantById(app, organisation);
  if (tenant.off?.includes('duty')) return;
  for (let sent = batch; sent === batch; ) sent = await write(app, tenant, {}, sendBatch);
}

async function sendBatch(tx: Tx): Promise<number> {
  const due = await selectReminders(tx)
    .where('reminder.status', '=', sql.lit('PENDING'))
    .where('reminder.queued_at', 'is', null)
    .where('reminder.due_at', '<=', tx.now.toString())
    .orderBy('reminder.due_at')
    .limit(sql.lit(batch))
    .modifyEnd(sql`for no key update of reminder skip locked`)
    .execute();
  for (const row of due) await sendReminder(tx, row);
  return due.length;
}
