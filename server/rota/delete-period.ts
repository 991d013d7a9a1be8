import { deletePeriod as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { found, refuseIf } from '../platform/problem.ts';
import { whyFinalized, whyNotDelete } from './period.ts';
import { recordPeriod } from './period-event.ts';
import { findLiveShifts, hidePeriod, lockPeriod } from './period-store.ts';

/** An admin deletes a period in which nobody is on or waits; its row stays, for what was of record. */
export const deletePeriod = action(route, async (tx, { params }) => {
  const period = found(await lockPeriod(tx, params.id));
  refuseIf(whyFinalized(period.status));
  refuseIf(whyNotDelete(await findLiveShifts(tx, period.id)));

  await hidePeriod(tx, period.id);
  await recordPeriod(tx, 'period.deleted', period);
  return { message: 'Schedule period deleted.' };
});
