import { sql } from 'kysely';
import { listUpcomingReminders as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { pageOfReminders } from './page-of-reminders.ts';
import { selectReminders } from './reminder-store.ts';

/** Reminders that go out in the next days, the next due first. */
export const listUpcomingReminders = query(route, (view, { query: wanted }) => {
  const until = view.now.add({ hours: (wanted.days ?? 7) * 24 });
  let upcoming = selectReminders(view)
    .where('reminder.status', '=', sql.lit('PENDING'))
    .where('reminder.due_at', '>', view.now.toString())
    .where('reminder.due_at', '<=', until.toString());
  if (wanted.roster) upcoming = upcoming.where('reminder.roster_id', '=', wanted.roster);
  return pageOfReminders(view, upcoming, wanted, 'asc');
});
