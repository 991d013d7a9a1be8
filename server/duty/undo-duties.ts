import { may } from '../../contract/identity/permissions.ts';
import { undoDuties as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { forbidden, invalid, type Refused, refuseIf } from '../platform/problem.ts';
import type { Actor } from '../platform/scope.ts';
import { decide, writeAssignments } from './assign-cells.ts';
import { takeBack, type Wish } from './cells.ts';
import { tellAssigned, tellUnlocked } from './duty-letters.ts';
import type { DutyRow } from './duty-store.ts';
import { lockDuties } from './lock-duties.ts';
import { seatedOf } from './move-duty.ts';
import { presentDuty } from './present-duty.ts';
import { takeOff, whyNotUnlock } from './take-off.ts';

/**
 * An admin undoes what was just done in a roster: whom they assigned is taken off with the reason, then
 * who was taken off has it again, as a new assignment, if they are still free. All or none.
 */
export const undoDuties = action(route, async (tx, { body }) => {
  const { assigned = [], unlocked = [], reason } = body;
  if (!may(tx.by, 'duty.assign')) throw forbidden();
  if (assigned.length + unlocked.length === 0) throw invalid({ assigned: ['Say what to undo.'] });
  if (assigned.length > 0 && !reason) throw invalid({ reason: ['This field is required.'] });
  const again = (rows: readonly DutyRow[]) => rows.filter(({ id }) => unlocked.includes(id));
  const ids = [...new Set([...assigned, ...unlocked])];
  const { roster, board, duties } = await lockDuties(tx, ids, (rows) => again(rows).map(seatedOf));
  const going = duties.filter(({ id }) => assigned.includes(id));
  const coming = again(duties);
  refuseIf(whyNotUnlock(going) ?? whyNotOwn(going, tx.by) ?? whyLate(going, tx.now));
  refuseIf(whyStands(coming));

  for (const row of going) takeBack(board, seatedOf(row));
  const outcomes = decide(board, coming.map(wishOf));
  for (const outcome of outcomes) refuseIf('problem' in outcome ? outcome.problem : null);
  const off = going.length > 0 ? await takeOff(tx, going, 'undone', reason as string) : [];
  const given = outcomes.filter((outcome) => 'given' in outcome);
  const on = await writeAssignments(tx, roster.id, given, () => ({ undone: true }));
  await Promise.all([tellUnlocked(tx, off, reason ?? ''), tellAssigned(tx, on)]);
  return {
    unlocked: off.map(({ row }) => presentDuty(row, tx.by)),
    assigned: on.map(({ row }) => presentDuty(row, tx.by)),
  };
});

/** What another admin did is theirs to undo. */
function whyNotOwn(going: readonly DutyRow[], by: Actor): Refused | null {
  const others = going.find((row) => row.assigned_by !== by.personId);
  if (!others) return null;
  return {
    code: 'undo_not_own',
    detail: `${others.assigned_by_name ?? 'Someone else'} assigned ${others.person_name}. Unlock it instead.`,
    facts: { duty_assignment: others.id },
  };
}

const minutes = 15;

/** What was assigned a while ago is relied on: it is unlocked, not undone. */
function whyLate(going: readonly DutyRow[], now: Temporal.Instant): Refused | null {
  const late = going.find(
    (row) => Temporal.Instant.from(row.assigned_at).add({ minutes }).since(now).sign < 0,
  );
  if (!late) return null;
  return {
    code: 'undo_late',
    detail: `${late.person_name} was assigned more than ${minutes} minutes ago. Unlock it instead.`,
    facts: { duty_assignment: late.id },
  };
}

function whyStands(coming: readonly DutyRow[]): Refused | null {
  const stands = coming.find((row) => row.ended_at === null);
  if (!stands) return null;
  return {
    code: 'duty_stands',
    detail: `${stands.person_name} has ${stands.duty_name} on ${stands.date}: there is nothing to undo.`,
    facts: { duty_assignment: stands.id },
  };
}

function wishOf(row: DutyRow): Wish {
  return { date: row.date, duty_type: row.duty_type_id, person: row.person_id };
}
