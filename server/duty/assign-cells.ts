import { newId } from '../platform/id.ts';
import { violates } from '../platform/postgres-error.ts';
import { LostRace, type Refused } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import { planReminders } from '../reminders/module.ts';
import { claimAll } from '../timeline/module.ts';
import { type Board, type Given, give, type Wish } from './cells.ts';
import { recordDuties } from './duty-event.ts';
import type { Told } from './duty-letters.ts';
import { type DutyRow, findDuties, insertDuties } from './duty-store.ts';

/** What became of a wish: an assignment's id and place, or why not. */
export type Outcome = { id: string; given: Given } | { problem: Refused };

/** Decides on wishes one after the other; each sees those before it. Nothing is written. */
export function decide(board: Board, wishes: readonly Wish[]): Outcome[] {
  return wishes.map((wish) => {
    const id = newId();
    const given = give(board, wish, id);
    return 'code' in given ? { problem: given } : { id, given };
  });
}

/**
 * Writes what `decide` gave: assignments, commitments, reminders and journal, one statement each. The
 * roster, its duties and the people are locked by the caller; constraints decide what else came between.
 */
export async function writeAssignments(
  tx: Tx,
  rosterId: string,
  given: readonly { id: string; given: Given }[],
  factsOf: (row: DutyRow) => Record<string, unknown> = () => ({}),
): Promise<Told[]> {
  if (given.length === 0) return [];
  await insertDuties(
    tx,
    given.map(({ id, given: { wish, seat, span } }) => ({
      ...{ id, rosterId, dutyTypeId: wish.duty_type, seat, personId: wish.person, span },
    })),
  ).catch(throwTaken);
  await claimAll(
    tx,
    given.map(({ id, given: { wish, span } }) => ({
      holder: { kind: 'person', id: wish.person },
      span,
      source: { kind: 'duty', id },
    })),
  );
  const rows = await findDuties(
    tx,
    given.map(({ id }) => id),
  );
  await planReminders(tx, rows.map(remindedOf));
  const entries = await recordDuties(tx, 'duty.assigned', rows, factsOf);
  return rows.map((row, i) => ({ row, entry: entries[i] as string }));
}

// The locked roster keeps others out; what comes past it is run again and sees who has the seat.
function throwTaken(error: unknown): never {
  if (!violates(error, 'duty_assignment_cell')) throw error;
  throw new LostRace(409, 'cell_taken', 'Someone was assigned there a moment ago.');
}

function remindedOf(row: DutyRow) {
  return {
    id: row.id,
    personId: row.person_id,
    name: row.person_name,
    email: row.person_email,
    rosterId: row.roster_id,
    dutyTypeId: row.duty_type_id,
    dutyName: row.duty_name,
    date: row.date,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    zone: row.zone,
  };
}
