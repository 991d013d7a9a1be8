import { sql } from 'kysely';
import { listPeriods as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { datePart, fetchSize, idPart, pageOf, readCursor } from '../platform/paging.ts';
import { selectPeriods } from './period-store.ts';
import { decides } from './policy.ts';
import { presentPeriod } from './present-period.ts';

/** Schedule periods, newest start first. */
export const listPeriods = query(route, async (view, { query }) => {
  const after = readCursor(query.cursor, [datePart, idPart]);
  let periods = selectPeriods(view, decides(view.by) ? null : view.by.personId);
  if (query.status) periods = periods.where('schedule_period.status', '=', query.status);
  if (after) {
    periods = periods.where(
      sql<boolean>`(schedule_period.start_date, schedule_period.id) < (${after[0]}, ${after[1]})`,
    );
  }
  const rows = await periods
    .orderBy('schedule_period.start_date', 'desc')
    .orderBy('schedule_period.id', 'desc')
    .limit(fetchSize(query.limit))
    .execute();
  const key = (row: (typeof rows)[number]) => [row.start_date, row.id];
  return pageOf(rows, query.limit, key, (row) => presentPeriod(row, view.by));
});
