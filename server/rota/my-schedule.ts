import { sql } from 'kysely';
import { mySchedule as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { datePart, fetchSize, idPart, pageOf, readCursor, timePart } from '../platform/paging.ts';
import { presentShift } from './present-shift.ts';
import { selectShifts } from './shift-row.ts';

/** My approved shifts by date. */
export const mySchedule = query(route, async (view, { query }) => {
  const after = readCursor(query.cursor, [datePart, timePart, idPart]);
  let shifts = selectShifts(view)
    .where('shift.person_id', '=', view.by.personId)
    .where('shift.status', '=', 'APPROVED');
  if (query.start_date) shifts = shifts.where('shift.date', '>=', query.start_date);
  if (query.end_date) shifts = shifts.where('shift.date', '<=', query.end_date);
  if (after) {
    const [date, time, id] = after;
    shifts = shifts.where(
      sql<boolean>`(shift.date, shift.start_time, shift.id) > (${date}, ${time}, ${id})`,
    );
  }
  const rows = await shifts
    .orderBy('shift.date')
    .orderBy('shift.start_time')
    .orderBy('shift.id')
    .limit(fetchSize(query.limit))
    .execute();
  const key = (row: (typeof rows)[number]) => [row.date, row.start_time, row.id];
  return pageOf(rows, query.limit, key, (row) => presentShift(row, view.by));
});
