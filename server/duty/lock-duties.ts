import { sql } from 'kysely';
import { found } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import type { Wish } from './cells.ts';
import { type DutyRow, findDuties } from './duty-store.ts';
import { type LockedBoard, lockBoard } from './lock-board.ts';

/** Assignments locked together with their roster, and all that decides on other cells of it. */
export type LockedDuties = LockedBoard & { duties: DutyRow[] };

/**
 * Locks assignments of one roster for a change, in the order in which assigning locks: roster, its
 * duties, people, then the assignments. 404 when one is not there, or of another roster than the first.
 * `wishes` says what is to be assigned with it, by what stands now.
 */
export async function lockDuties(
  tx: Tx,
  ids: readonly string[],
  wishes: (duties: readonly DutyRow[]) => readonly Wish[] = () => [],
): Promise<LockedDuties> {
  const before = await findDuties(tx, ids);
  const roster = found(before[0]?.roster_id);
  const people = before.map((row) => row.person_id);
  const locked = await lockBoard(tx, roster, wishes(before), people);
  await sql`select id from duty_assignment
    where organisation_id = ${tx.tenant.id} and id = any(${ids}::uuid[])
    order by id for no key update`.execute(tx.db);
  const duties = await findDuties(tx, ids);
  const there = duties.filter((row) => row.roster_id === roster);
  found(there.length === ids.length || undefined);
  return { ...locked, duties };
}
