import { unlockDuties as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { refuseIf } from '../platform/problem.ts';
import { tellUnlocked } from './duty-letters.ts';
import { lockDuties } from './lock-duties.ts';
import { presentDuty } from './present-duty.ts';
import { whyNotAlone } from './second-admin.ts';
import { takeOff, whyNotUnlock } from './take-off.ts';

/** An admin takes people off many duties of a roster at once, all or none, with one reason. */
export const unlockDuties = action(route, async (tx, { body }) => {
  const { duties } = await lockDuties(tx, body.assignments);
  refuseIf(whyNotUnlock(duties));
  refuseIf(await whyNotAlone(tx, duties));

  const told = await takeOff(tx, duties, 'unlocked', body.reason);
  await tellUnlocked(tx, told, body.reason);
  return told.map(({ row }) => presentDuty(row, tx.by));
});
