import { sql } from 'kysely';
import type { Reminder } from '../../contract/reminders/reminder.ts';
import {
  fetchSize,
  idPart,
  instantPart,
  type Page,
  pageOf,
  readCursor,
} from '../platform/paging.ts';
import type { View } from '../platform/scope.ts';
import { presentReminders } from './present-reminder.ts';
import type { ReminderRow, selectReminders } from './reminder-store.ts';

type Selected = ReturnType<typeof selectReminders>;
type Paged = { limit?: number; cursor?: string; count?: boolean };

/** A page of reminders by when they are due, the earliest or the latest first. */
export async function pageOfReminders(
  view: View,
  wanted: Selected,
  { limit, cursor, count }: Paged,
  order: 'asc' | 'desc',
): Promise<Page<Reminder>> {
  const after = readCursor(cursor, [instantPart, idPart]);
  const total = count ? await countOf(wanted) : null;
  let reminders = wanted;
  if (after) {
    const beyond = sql.raw(order === 'asc' ? '>' : '<');
    reminders = reminders.where(
      sql<boolean>`(reminder.due_at, reminder.id) ${beyond} (${after[0]}::timestamptz, ${after[1]}::uuid)`,
    );
  }
  const rows = await reminders
    .orderBy('reminder.due_at', order)
    .orderBy('reminder.id', order)
    .limit(fetchSize(limit))
    .execute();
  const shown = await presentReminders(view, rows.slice(0, limit ?? 50));
  const byId = new Map(shown.map((one) => [one.id, one]));
  const key = (row: ReminderRow) => [row.due_at, row.id];
  return pageOf(rows, limit, key, (row) => byId.get(row.id) as Reminder, total);
}

async function countOf(wanted: Selected): Promise<number> {
  const counted = await wanted
    .clearSelect()
    .select(sql<number>`count(*)::integer`.as('count'))
    .executeTakeFirstOrThrow();
  return counted.count;
}
