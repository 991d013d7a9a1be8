import { assignDuty as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { refuseIf } from '../platform/problem.ts';
import { decide, writeAssignments } from './assign-cells.ts';
import { tellAssigned } from './duty-letters.ts';
import { lockBoard } from './lock-board.ts';
import { presentDuty } from './present-duty.ts';

/** An admin assigns someone to a cell: locked, their time taken, a reminder planned, they are told. */
export const assignDuty = action(route, async (tx, { body }) => {
  const { roster: rosterId, ...wish } = body;
  const { roster, board } = await lockBoard(tx, rosterId, [wish]);
  const outcomes = decide(board, [wish]);
  for (const outcome of outcomes) refuseIf('problem' in outcome ? outcome.problem : null);

  const given = outcomes.filter((outcome) => 'given' in outcome);
  const told = await writeAssignments(tx, roster.id, given);
  await tellAssigned(tx, told);
  return presentDuty((told[0] as (typeof told)[number]).row, tx.by);
});
