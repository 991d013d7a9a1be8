import { newId } from '../platform/id.ts';
import type { Tx } from '../platform/scope.ts';
import { decide, writeAssignments } from './assign-cells.ts';
import type { Wish } from './cells.ts';
import { recordDutyType } from './duty-type-event.ts';
import { type DutyTypeFields, insertDutyType } from './duty-type-store.ts';
import { lockBoard } from './lock-board.ts';
import { lockDuties } from './lock-duties.ts';
import { takeOff } from './take-off.ts';

/** Writes a duty type with its journal entry; returns its id. The time has been checked. */
export async function openDutyType(tx: Tx, fields: DutyTypeFields): Promise<string> {
  const id = newId();
  await insertDutyType(tx, id, fields);
  await recordDutyType(tx, 'duty_type.created', { id, ...fields });
  return id;
}

/**
 * Assigns as it came about elsewhere (demo data): by the same rules and with the same journal entries and
 * reminders as by hand, but without letters. What can't be is left out; the ids of what was.
 */
export async function placeDuties(
  tx: Tx,
  rosterId: string,
  wishes: readonly Wish[],
): Promise<string[]> {
  const { roster, board } = await lockBoard(tx, rosterId, wishes);
  const given = decide(board, wishes).filter((outcome) => 'given' in outcome);
  await writeAssignments(tx, roster.id, given);
  return given.map(({ id }) => id);
}

/** Takes someone off as it came about elsewhere (demo data), without a letter. */
export async function endPlaced(tx: Tx, assignmentId: string, reason: string): Promise<void> {
  const { duties } = await lockDuties(tx, [assignmentId]);
  await takeOff(tx, duties, 'unlocked', reason);
}
