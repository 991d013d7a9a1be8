import { sql } from 'kysely';
import { listDuties as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { fetchSize, idPart, instantPart, pageOf, readCursor } from '../platform/paging.ts';
import { selectDuties } from './duty-store.ts';
import { presentDuty } from './present-duty.ts';

/** Duty assignments by when they begin: those that stand unless something else is asked for. */
export const listDuties = query(route, async (view, { query }) => {
  const after = readCursor(query.cursor, [instantPart, idPart]);
  const { state = 'standing' } = query;
  let duties = selectDuties(view);
  if (query.roster) duties = duties.where('duty.roster_id', '=', query.roster);
  if (query.duty_type) duties = duties.where('duty.duty_type_id', '=', query.duty_type);
  if (query.person) duties = duties.where('duty.person_id', '=', query.person);
  if (query.start_date) duties = duties.where('duty.date', '>=', query.start_date);
  if (query.end_date) duties = duties.where('duty.date', '<=', query.end_date);
  if (state === 'standing') duties = duties.where('duty.ended_at', 'is', null);
  if (state === 'ended') duties = duties.where('duty.ended_at', 'is not', null);
  const total = query.count ? await countOf(duties) : null;
  if (after) {
    const [startsAt, id] = after;
    duties = duties.where(
      sql<boolean>`(duty.starts_at, duty.id) > (${startsAt}::timestamptz, ${id}::uuid)`,
    );
  }
  const rows = await duties
    .orderBy('duty.starts_at')
    .orderBy('duty.id')
    .limit(fetchSize(query.limit))
    .execute();
  const key = (row: (typeof rows)[number]) => [row.starts_at, row.id];
  return pageOf(rows, query.limit, key, (row) => presentDuty(row, view.by), total);
});

async function countOf(duties: ReturnType<typeof selectDuties>): Promise<number> {
  const counted = await duties
    .clearSelect()
    .select(sql<number>`count(*)::integer`.as('count'))
    .executeTakeFirstOrThrow();
  return counted.count;
}
