import { endQuietHours as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { saveQuietHours } from './preference-store.ts';
import { presentPreferences } from './present-preferences.ts';

/** Someone can be disturbed at any time again. */
export const endQuietHours = action(route, async (tx) => {
  const { quiet_hours: before } = await presentPreferences(tx);
  if (before) {
    await saveQuietHours(tx, tx.by.personId, null);
    await record(tx, 'preferences.updated', tx.by.personId, { quiet_hours: null });
  }
  return presentPreferences(tx);
});
