import { listReminders } from '../../../contract/reminders/list-reminders.ts';
import { queryOf } from './query.ts';

/** The reminders that did not get through and that nobody has dealt with. */
export const failedReminders = queryOf(listReminders, {
  query: { status: 'FAILED', dealt_with: false, limit: 100 },
});
