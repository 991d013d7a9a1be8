import type { DutyProblem } from '../../contract/duty/duty-assignment.ts';
import { Refusal, type Refused } from '../platform/problem.ts';
import type { ActorTx } from '../platform/scope.ts';
import { decide, type Outcome, writeAssignments } from './assign-cells.ts';
import type { Wish } from './cells.ts';
import { tellAssigned } from './duty-letters.ts';
import type { DutyRow } from './duty-store.ts';
import { lockBoard } from './lock-board.ts';

/** What became of each wish, in their order: the assignment, or why not. */
export type Result = { row: DutyRow } | { problem: DutyProblem };

/**
 * Assigns many cells of a roster in one transaction, by a number of statements that does not grow with
 * them: all, or 409 `bulk_refused` with what is wrong with which; with `partial` as many as can be.
 * Everyone is told once, of all that they were given.
 */
export async function assignMany(
  tx: ActorTx,
  rosterId: string,
  wishes: readonly Wish[],
  partial: boolean,
): Promise<Result[]> {
  const { roster, board } = await lockBoard(tx, rosterId, wishes);
  const outcomes = decide(board, wishes);
  if (!partial) refuseBad(outcomes);
  const given = outcomes.filter((outcome) => 'given' in outcome);
  const told = await writeAssignments(tx, roster.id, given);
  await tellAssigned(tx, told);
  const rows = new Map(told.map(({ row }) => [row.id, row]));
  return outcomes.map((outcome) =>
    'problem' in outcome
      ? { problem: problemOf(outcome.problem) }
      : { row: rows.get(outcome.id) as DutyRow },
  );
}

function refuseBad(outcomes: readonly Outcome[]): void {
  const bad = outcomes.flatMap((outcome, index) =>
    'problem' in outcome ? [{ index, ...problemOf(outcome.problem) }] : [],
  );
  const [first] = bad;
  if (!first) return;
  const more = bad.length > 1 ? ` ${bad.length - 1} more can’t be assigned either.` : '';
  const sentence = `Nobody was assigned: ${first.detail}${more}`;
  throw new Refusal(409, 'bulk_refused', sentence, { rows: bad });
}

/** A refusal as it is told beside others. */
export function problemOf({ code, detail, facts = {} }: Refused): DutyProblem {
  const { clashes, assignments } = facts as Pick<DutyProblem, 'clashes' | 'assignments'>;
  return { code, detail, ...(clashes && { clashes }), ...(assignments && { assignments }) };
}
