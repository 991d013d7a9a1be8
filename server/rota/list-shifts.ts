import { sql } from 'kysely';
import { listShifts as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { fetchSize, idPart, instantPart, pageOf, readCursor } from '../platform/paging.ts';
import { decides } from './policy.ts';
import { presentShift } from './present-shift.ts';
import { selectShifts } from './shift-row.ts';

/** Shifts, newest request first: one's own, or all for who decides. */
export const listShifts = query(route, async (view, { query }) => {
  const after = readCursor(query.cursor, [instantPart, idPart]);
  const person = decides(view.by) ? query.person : view.by.personId;
  let shifts = selectShifts(view);
  if (person) shifts = shifts.where('shift.person_id', '=', person);
  if (query.status) shifts = shifts.where('shift.status', '=', query.status);
  if (query.period) shifts = shifts.where('shift.period_id', '=', query.period);
  if (query.start_date) shifts = shifts.where('shift.date', '>=', query.start_date);
  if (query.end_date) shifts = shifts.where('shift.date', '<=', query.end_date);
  const total = query.count ? await countOf(shifts) : null;
  if (after) {
    shifts = shifts.where(sql<boolean>`(shift.created_at, shift.id) < (${after[0]}, ${after[1]})`);
  }
  const rows = await shifts
    .orderBy('shift.created_at', 'desc')
    .orderBy('shift.id', 'desc')
    .limit(fetchSize(query.limit))
    .execute();
  const key = (row: (typeof rows)[number]) => [row.created_at, row.id];
  return pageOf(rows, query.limit, key, (row) => presentShift(row, view.by), total);
});

async function countOf(shifts: ReturnType<typeof selectShifts>): Promise<number> {
  const counted = await shifts
    .clearSelect()
    .select(sql<number>`count(*)::integer`.as('count'))
    .executeTakeFirstOrThrow();
  return counted.count;
}
