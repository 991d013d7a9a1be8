import { may } from '../../contract/identity/permissions.ts';
import { moveDuty as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { forbidden, type Refused, refuseIf } from '../platform/problem.ts';
import { decide, writeAssignments } from './assign-cells.ts';
import { takeBack, type Wish } from './cells.ts';
import { tellAssigned, tellMoved, tellUnlocked } from './duty-letters.ts';
import type { DutyRow } from './duty-store.ts';
import { lockDuties } from './lock-duties.ts';
import { presentDuty } from './present-duty.ts';
import { whyNotAlone } from './second-admin.ts';
import { takeOff, whyNotUnlock } from './take-off.ts';

/**
 * An admin moves an assignment to another cell or person of its roster: unlocked with the reason and
 * assigned anew in one transaction, so it is never nobody's. Answers the new one.
 */
export const moveDuty = action(route, async (tx, { params, body }) => {
  if (!may(tx.by, 'duty.assign')) throw forbidden();
  const { reason, ...to } = body;
  const wishOf = (row: DutyRow): Wish => ({
    date: to.date ?? row.date,
    duty_type: to.duty_type ?? row.duty_type_id,
    person: to.person ?? row.person_id,
  });
  const { roster, board, duties } = await lockDuties(tx, [params.id], (rows) => rows.map(wishOf));
  const before = duties[0] as DutyRow;
  refuseIf(whyNotUnlock(duties));
  refuseIf(await whyNotAlone(tx, duties));
  const wish = wishOf(before);
  refuseIf(whyStays(before, wish));
  takeBack(board, seatedOf(before));
  const [outcome] = decide(board, [wish]);
  if (!outcome || 'problem' in outcome) return refuseIf(outcome?.problem ?? null) as never;

  const off = await takeOff(tx, duties, 'moved', reason, () => ({ moved_to: outcome.id }));
  const facts = { moved_from: before.id, reason };
  const told = await writeAssignments(tx, roster.id, [outcome], () => facts);
  const [now] = told as [(typeof told)[number]];
  if (wish.person === before.person_id) await tellMoved(tx, now, before, reason);
  else await Promise.all([tellUnlocked(tx, off, reason), tellAssigned(tx, told)]);
  return presentDuty(now.row, tx.by);
});

/** An assignment as a board knows it. */
export function seatedOf(row: DutyRow) {
  return { id: row.id, date: row.date, duty_type: row.duty_type_id, person: row.person_id };
}

function whyStays(row: DutyRow, wish: Wish): Refused | null {
  const seated = seatedOf(row);
  const same = (['date', 'duty_type', 'person'] as const).every(
    (field) => seated[field] === wish[field],
  );
  if (!same) return null;
  return {
    code: 'duty_stays',
    detail: `${row.person_name} has ${row.duty_name} on ${row.date} already: there is nothing to move.`,
  };
}
