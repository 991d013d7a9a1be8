import { deleteRoster as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { found, refuseIf } from '../platform/problem.ts';
import { findStandingIn } from './duty-store.ts';
import { whyNotDelete } from './roster.ts';
import { recordRoster } from './roster-event.ts';
import { lockRoster, updateRoster } from './roster-store.ts';

/** An admin deletes a roster that nobody is assigned in; its rows stay, for what was of record. */
export const deleteRoster = action(route, async (tx, { params }) => {
  const roster = found(await lockRoster(tx, params.id));
  refuseIf(whyNotDelete(await findStandingIn(tx, roster.id)));

  await updateRoster(tx, roster, { deleted_at: tx.now.toString() });
  await recordRoster(tx, 'roster.deleted', roster);
  return { message: 'Roster deleted.' };
});
