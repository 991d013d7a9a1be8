import { deleteDuty as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { Refusal, refuseIf } from '../platform/problem.ts';
import { tellUnlocked } from './duty-letters.ts';
import type { DutyRow } from './duty-store.ts';
import { lockDuties } from './lock-duties.ts';
import { presentDuty } from './present-duty.ts';
import { whyNotAlone } from './second-admin.ts';
import { takeOff } from './take-off.ts';

/**
 * An admin takes an assignment away, with the same trace as an unlock. One that was unlocked is away
 * already: nothing changes, and it stays readable.
 */
export const deleteDuty = action(route, async (tx, { params, body }) => {
  const { duties } = await lockDuties(tx, [params.id]);
  const duty = duties[0] as DutyRow;
  if (duty.ended_at !== null) return presentDuty(duty, tx.by);
  if (!body.reason) throw locked();
  refuseIf(await whyNotAlone(tx, duties));

  const told = await takeOff(tx, duties, 'deleted', body.reason);
  await tellUnlocked(tx, told, body.reason);
  return presentDuty((told[0] as (typeof told)[number]).row, tx.by);
});

function locked(): Refusal {
  const sentence =
    'This assignment is locked. Say why it goes: a reason of 10 characters at least.';
  return new Refusal(423, 'duty_locked', sentence);
}
