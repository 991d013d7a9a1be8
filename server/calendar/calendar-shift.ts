import { sql } from 'kysely';
import type { CalendarShift } from '../../contract/rota/shift.ts';
import type { Actor, View } from '../platform/scope.ts';
import { decides, sees, selectDatedShifts } from '../rota/module.ts';
import { hoursText } from '../timeline/module.ts';

/** Approved shifts of the dates, by date and start; with `pending`, requests that the viewer sees as well. */
export async function findCalendarShifts(
  view: View,
  from: string,
  until: string,
  pending: boolean,
) {
  let shifts = selectDatedShifts(view, from, until).select([
    'shift.minutes',
    'shift.status',
    'shift.notes',
  ]);
  // Literals, not parameters: the partial index of live shifts serves only what it can prove.
  if (pending) {
    shifts = shifts.where(sql<boolean>`shift.status in ('PENDING', 'APPROVED')`);
    if (!decides(view.by)) {
      const own = sql<boolean>`(shift.status = 'APPROVED' or shift.person_id = ${view.by.personId})`;
      shifts = shifts.where(own);
    }
  } else shifts = shifts.where('shift.status', '=', sql.lit('APPROVED'));
  return shifts.execute();
}

/** A shift as calendars read it. */
export type CalendarRow = Awaited<ReturnType<typeof findCalendarShifts>>[number];

/** A shift as calendars show it: of others the name and times, never the notes. */
export function presentCalendarShift(row: CalendarRow, by: Actor): CalendarShift {
  const shown: CalendarShift = {
    id: row.id,
    pa_id: row.person_id,
    pa_name: row.person_name,
    date: row.date,
    start_time: row.start_time,
    end_time: row.end_time,
    overnight: row.overnight,
    duration_hours: hoursText(row.minutes),
    status: row.status,
  };
  if (sees(by, row)) shown.notes = row.notes;
  return shown;
}
