import { sql } from 'kysely';
import type { Read, Tx } from '../platform/scope.ts';
import type { WallSpan } from '../timeline/module.ts';
import { decisionColumns, shiftColumns } from './shift-columns.ts';

/** Shifts with their period, person and decision. */
export function selectShifts(read: Read) {
  return read.db
    .selectFrom('shift')
    .innerJoin('schedule_period', (join) =>
      join
        .onRef('schedule_period.organisation_id', '=', 'shift.organisation_id')
        .onRef('schedule_period.id', '=', 'shift.period_id'),
    )
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'shift.organisation_id')
        .onRef('person.id', '=', 'shift.person_id'),
    )
    .leftJoin('shift_decision', (join) =>
      join
        .onRef('shift_decision.organisation_id', '=', 'shift.organisation_id')
        .onRef('shift_decision.shift_id', '=', 'shift.id'),
    )
    .leftJoin('person as decider', (join) =>
      join
        .onRef('decider.organisation_id', '=', 'shift.organisation_id')
        .onRef('decider.id', '=', 'shift_decision.decided_by'),
    )
    .select(shiftColumns)
    .select(decisionColumns)
    .where('shift.organisation_id', '=', read.tenant.id);
}

/** A shift with what its rules and its presentation need. */
export type ShiftRow = Awaited<ReturnType<typeof getShift>> & object;

/** One shift of the tenant. */
export async function getShift(read: Read, id: string) {
  return selectShifts(read).where('shift.id', '=', id).executeTakeFirst();
}

/**
 * One shift, locked for a change together with its period and its person, always in that order:
 * so decisions in a period come one after the other and can't deadlock.
 */
export async function lockShift(tx: Tx, id: string): Promise<ShiftRow | undefined> {
  // A shift that changed hands while we waited no longer fits the person that was looked up with
  // it, and PostgreSQL gives no row; looked up again, it does.
  return (await lockShiftNow(tx, id)) ?? lockShiftNow(tx, id);
}

function lockShiftNow(tx: Tx, id: string): Promise<ShiftRow | undefined> {
  return selectShifts(tx)
    .where('shift.id', '=', id)
    .modifyEnd(sql`for no key update of schedule_period, person, shift`)
    .executeTakeFirst();
}

/** What was meant by a stored shift. */
export function wallOf(row: ShiftRow): WallSpan {
  const { date, start_time: startTime, end_time: endTime, overnight } = row;
  return { date, startTime, endTime, overnight };
}
