import { sql } from 'kysely';
import type { Follow } from '../inbox/module.ts';
import { record } from '../platform/journal.ts';
import type { Tx } from '../platform/scope.ts';
import { outcomeOf } from './reminder.ts';
import { reminderFacts } from './reminder-event.ts';
import { type ReminderRow, selectReminders, updateReminder } from './reminder-store.ts';
import { failReminder } from './send-reminder.ts';

/**
 * Moves reminders to where their messages are, in the transaction that moved the messages. It looks at
 * all of them, so hearing of one twice changes nothing; one that was cancelled stays so.
 */
export const followReminders: Follow = async (tx, ids) => {
  const wanted = [...new Set(ids)];
  const rows = await selectReminders(tx)
    .where('reminder.id', '=', sql<string>`any(${wanted}::uuid[])`)
    .orderBy('reminder.id')
    .modifyEnd(sql`for no key update of reminder`)
    .execute();
  const messages = await findMessages(tx, wanted);
  for (const row of rows) await follow(tx, row, messages.get(row.id) ?? []);
};

type MessageRow = Awaited<ReturnType<typeof selectMessages>>[number];

async function follow(tx: Tx, row: ReminderRow, messages: MessageRow[]): Promise<void> {
  if (row.status === 'CANCELLED') return;
  const { status, reason } = outcomeOf(messages);
  if (status === row.status) return;
  if (status === 'FAILED') {
    await failReminder(tx, row, reason);
    return;
  }
  const sent_at = row.sent_at ?? (status === 'SENT' ? tx.now.toString() : null);
  const moved = await updateReminder(tx, row, { status, reason, sent_at });
  if (status !== 'SENT') return;
  const channels = messages.filter(
    ({ status: at }) => outcomeOf([{ ...none, status: at }]).status === 'SENT',
  );
  await record(tx, 'reminder.sent', row.id, {
    reminder: reminderFacts(moved),
    channels: channels.map(({ channel }) => channel),
  });
}

const none = { channel: 'email', failure: null };

async function findMessages(tx: Tx, ids: readonly string[]) {
  // Sorted here: in SQL the planner might read all messages in their order instead of these few.
  const rows = (await selectMessages(tx, ids)).sort((a, b) => (a.channel < b.channel ? -1 : 1));
  return Map.groupBy(rows, ({ reminder }) => reminder ?? '');
}

function selectMessages(tx: Tx, ids: readonly string[]) {
  return tx.db
    .selectFrom('message')
    .select(['stands_with as reminder', 'channel', 'status', 'failure'])
    .where('organisation_id', '=', tx.tenant.id)
    .where('stands_with', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
}
