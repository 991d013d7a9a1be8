import { findAdmins } from '../identity/module.ts';
import { queueMessage } from '../inbox/module.ts';
import { record } from '../platform/journal.ts';
import type { Tx } from '../platform/scope.ts';
import { isDue } from './due.ts';
import { findSecondCalendar } from './find-second-calendar.ts';
import { isLate, missed, noWay } from './reminder.ts';
import { reminderFacts } from './reminder-event.ts';
import { type ReminderRow, updateReminder } from './reminder-store.ts';
import { getReminderSettings } from './settings-store.ts';

/**
 * Puts a reminder into the outbox, once on each channel; the row is locked by the caller. What is said of
 * a duty that is over would be of no use: it has failed then, like one that no channel leads to.
 */
export async function sendReminder(
  tx: Tx,
  row: ReminderRow,
  event: 'reminder.due' | 'reminder.retried' = 'reminder.due',
): Promise<ReminderRow> {
  const queued = { ...row, queued_at: tx.now.toString() };
  const late = isLate(row, tx.now);
  if (isDue(row.ends_at, tx.now)) return failReminder(tx, queued, missed);
  const { channels, attemptsMax } = await getReminderSettings(tx);
  const entry = await record(tx, event, row.id, { reminder: reminderFacts(row), late });
  const recipient = { personId: row.person_id, email: row.person_email };
  const data = { ...reminderFacts(row), late, second_calendar: await findSecondCalendar(tx) };
  const terms = { standsWith: row.id, channels, attemptsMax, expiresAt: row.ends_at };
  await queueMessage(tx, entry, 'duty-reminder', [recipient], data, row.starts_at, terms);
  const message = await tx.db
    .selectFrom('message')
    .select('id')
    .where('organisation_id', '=', tx.tenant.id)
    .where('journal_id', '=', entry)
    .executeTakeFirst();
  if (!message) return failReminder(tx, queued, noWay);
  const { queued_at } = queued;
  return updateReminder(tx, row, { status: 'PENDING', queued_at, reason: '', dealt_with_at: null });
}

/** A reminder got through on no channel: journalled, and the admins are told. */
export async function failReminder(tx: Tx, row: ReminderRow, reason: string): Promise<ReminderRow> {
  const { queued_at } = row;
  const failed = await updateReminder(tx, row, {
    ...({ status: 'FAILED', reason, queued_at } as const),
    ...{ dealt_with_at: null, dealt_with_by: null },
  });
  const facts = reminderFacts(failed);
  const entry = await record(tx, 'reminder.failed', row.id, { reminder: facts });
  await queueMessage(tx, entry, 'reminder-failed', await findAdmins(tx), facts, row.starts_at);
  return failed;
}
