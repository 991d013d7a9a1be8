import { setQuietHours as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { invalid } from '../platform/problem.ts';
import { withSeconds } from '../timeline/module.ts';
import { saveQuietHours } from './preference-store.ts';
import { presentPreferences } from './present-preferences.ts';

/** Someone says when they are not to be disturbed, by the clock of their own zone. */
export const setQuietHours = action(route, async (tx, { body }) => {
  const [from, until] = [withSeconds(body.from), withSeconds(body.until)];
  if (from === until)
    throw invalid({ until: ['Quiet hours end at another time than they begin.'] });
  await saveQuietHours(tx, tx.by.personId, { from, until });
  await record(tx, 'preferences.updated', tx.by.personId, { quiet_hours: { from, until } });
  return presentPreferences(tx);
});
