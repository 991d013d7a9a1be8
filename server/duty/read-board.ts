import { found, invalid } from '../platform/problem.ts';
import type { View } from '../platform/scope.ts';
import type { Board, Wish } from './cells.ts';
import { findBoard } from './find-board.ts';
import { findDutyTypesOf, getRoster, type RosterRow } from './roster-store.ts';

/** A roster and all that decides on a cell of it for these people: 404 or 400 when it is none. */
export async function readBoard(
  view: View,
  cell: Pick<Wish, 'date' | 'duty_type'> & { roster: string },
  people: readonly string[],
): Promise<{ roster: RosterRow; board: Board }> {
  const roster = found(await getRoster(view, cell.roster));
  const types = await findDutyTypesOf(view, [roster.id]);
  if (!types.some(({ id }) => id === cell.duty_type)) {
    throw invalid({ duty_type: [`There is no such duty in ${roster.name}.`] });
  }
  const dates = { from: cell.date, until: cell.date };
  return { roster, board: await findBoard(view, roster, types, dates, people) };
}
