import { invalid } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import { lockHolders } from '../timeline/module.ts';
import type { Board, Wish } from './cells.ts';
import { holdDutyTypes } from './duty-type-store.ts';
import { findBoard } from './find-board.ts';
import { findDutyTypesOf, type LockedRoster, lockRoster } from './roster-store.ts';

/** A roster that nothing else is assigned in meanwhile, and all that decides on its cells. */
export type LockedBoard = { roster: LockedRoster; board: Board };

/**
 * Locks what assigning needs, always in this order: roster, its duties as they are, people. 400 on
 * `roster` when there is none. `others` are people who are taken off in the same transaction.
 */
export async function lockBoard(
  tx: Tx,
  rosterId: string,
  wishes: readonly Wish[],
  others: readonly string[] = [],
): Promise<LockedBoard> {
  const roster = await lockRoster(tx, rosterId);
  if (!roster) throw invalid({ roster: ['There is no such roster.'] });
  const held = await findDutyTypesOf(tx, [roster.id]);
  await holdDutyTypes(
    tx,
    held.map(({ id }) => id),
  );
  const wished = wishes.map(({ person }) => person);
  await lockHolders(
    tx,
    [...new Set([...wished, ...others])].map((id) => ({ kind: 'person', id })),
  );
  // Looked up once they are held: they may have been changed while we waited.
  const types = await findDutyTypesOf(tx, [roster.id]);
  const dates = wishes.map(({ date }) => date).sort();
  const [from = roster.start_date] = dates;
  const until = dates.at(-1) ?? from;
  return { roster, board: await findBoard(tx, roster, types, { from, until }, wished) };
}
