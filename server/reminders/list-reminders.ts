import { sql } from 'kysely';
import type { Input } from '../../contract/platform/route.ts';
import type { listReminders as declared } from '../../contract/reminders/list-reminders.ts';
import { listReminders as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import type { View } from '../platform/scope.ts';
import { pageOfReminders } from './page-of-reminders.ts';
import { selectReminders } from './reminder-store.ts';

/** Reminders, the latest due first. */
export const listReminders = query(route, (view, { query: wanted }) =>
  pageOfReminders(view, filtered(view, wanted), wanted, 'desc'),
);

type Wanted = Input<typeof declared>['query'];

function filtered(view: View, wanted: Wanted) {
  const { status, dealt_with, answer, roster, person, assignment, from, until } = wanted;
  let reminders = selectReminders(view);
  if (status) reminders = reminders.where('reminder.status', '=', sql.lit(status));
  if (dealt_with !== undefined) {
    reminders = reminders.where('reminder.dealt_with_at', dealt_with ? 'is not' : 'is', null);
  }
  if (answer) reminders = reminders.where('reminder.answer', '=', answer);
  if (roster) reminders = reminders.where('reminder.roster_id', '=', roster);
  if (person) reminders = reminders.where('reminder.person_id', '=', person);
  if (assignment) reminders = reminders.where('reminder.assignment_id', '=', assignment);
  if (from) reminders = reminders.where('reminder.date', '>=', from);
  if (until) reminders = reminders.where('reminder.date', '<=', until);
  return reminders;
}
