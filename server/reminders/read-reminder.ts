import { readReminder as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { found } from '../platform/problem.ts';
import { findReminderLog } from './find-reminder-log.ts';
import { presentOne } from './present-reminder.ts';
import { getReminder } from './reminder-store.ts';

/** One reminder with its log. */
export const readReminder = query(route, async (view, { params }) => {
  const row = found(await getReminder(view, params.id));
  const [shown, log] = await Promise.all([presentOne(view, row), findReminderLog(view, row.id)]);
  return { ...shown, log };
});
