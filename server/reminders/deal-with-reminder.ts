import { dealWithReminder as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { found, refuseIf } from '../platform/problem.ts';
import { presentOne } from './present-reminder.ts';
import { whyNotDealWith } from './reminder.ts';
import { reminderFacts } from './reminder-event.ts';
import { lockReminder, updateReminder } from './reminder-store.ts';

/** An admin looked after a reminder that failed: it is no red line any more. */
export const dealWithReminder = action(route, async (tx, { params }) => {
  const row = found(await lockReminder(tx, params.id));
  refuseIf(whyNotDealWith(row));
  const dealt = { dealt_with_at: tx.now.toString(), dealt_with_by: tx.by.personId };
  const changed = await updateReminder(tx, row, dealt);
  await record(tx, 'reminder.dealt_with', row.id, { reminder: reminderFacts(changed) });
  return presentOne(tx, { ...changed, dealt_with_by_name: tx.by.fullName });
});
