import { editPreferences as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { refuseIf } from '../platform/problem.ts';
import { whyNotChoose } from './preference.ts';
import { saveChoice } from './preference-store.ts';
import { presentPreferences } from './present-preferences.ts';

/** Someone chooses whether they are told of a kind on a channel, from the next message on. */
export const editPreferences = action(route, async (tx, { body }) => {
  refuseIf(whyNotChoose(body));
  await saveChoice(tx, tx.by.personId, body);
  await record(tx, 'preferences.updated', tx.by.personId, body);
  return presentPreferences(tx);
});
