import { unlockDuty as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { refuseIf } from '../platform/problem.ts';
import { tellUnlocked } from './duty-letters.ts';
import { lockDuties } from './lock-duties.ts';
import { presentDuty } from './present-duty.ts';
import { whyNotAlone } from './second-admin.ts';
import { takeOff, whyNotUnlock } from './take-off.ts';

/** An admin takes someone off a duty, with a reason: logged, reminder cancelled, time free, they are told. */
export const unlockDuty = action(route, async (tx, { params, body }) => {
  const { duties } = await lockDuties(tx, [params.id]);
  refuseIf(whyNotUnlock(duties));
  refuseIf(await whyNotAlone(tx, duties));

  const told = await takeOff(tx, duties, 'unlocked', body.reason);
  await tellUnlocked(tx, told, body.reason);
  return presentDuty((told[0] as (typeof told)[number]).row, tx.by);
});
