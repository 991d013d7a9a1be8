import { sql } from 'kysely';
import { listPendingReminders as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { pageOfReminders } from './page-of-reminders.ts';
import { selectReminders } from './reminder-store.ts';

/** Reminders that have not got through yet, the next due first. */
export const listPendingReminders = query(route, (view, { query: wanted }) => {
  let pending = selectReminders(view).where('reminder.status', '=', sql.lit('PENDING'));
  if (wanted.roster) pending = pending.where('reminder.roster_id', '=', wanted.roster);
  return pageOfReminders(view, pending, wanted, 'asc');
});
