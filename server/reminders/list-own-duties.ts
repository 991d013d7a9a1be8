import { sql } from 'kysely';
import { listOwnDuties as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { fetchSize, idPart, instantPart, pageOf, readCursor } from '../platform/paging.ts';
import { presentOwnDuty } from './present-reminder.ts';
import { type ReminderRow, selectReminders } from './reminder-store.ts';

/** One’s own duties that are not over, the next first. */
export const listOwnDuties = query(route, async (view, { query: { limit, cursor } }) => {
  const after = readCursor(cursor, [instantPart, idPart]);
  let own = selectReminders(view)
    .where('reminder.person_id', '=', view.by.personId)
    .where('reminder.status', '<>', sql.lit('CANCELLED'))
    .where('reminder.ends_at', '>', view.now.toString());
  if (after) {
    own = own.where(
      sql<boolean>`(reminder.starts_at, reminder.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`,
    );
  }
  const rows = await own
    .orderBy('reminder.starts_at')
    .orderBy('reminder.id')
    .limit(fetchSize(limit))
    .execute();
  const key = (row: ReminderRow) => [row.starts_at, row.id];
  return pageOf(rows, limit, key, (row) => presentOwnDuty(row, view.now));
});
