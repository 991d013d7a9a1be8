import { sql } from 'kysely';
import { listRosters as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { datePart, fetchSize, idPart, Page, pageOf, readCursor } from '../platform/paging.ts';
import { presentRosters } from './present-roster.ts';
import { selectRosters } from './roster-store.ts';

/** Rosters, newest start first. */
export const listRosters = query(route, async (view, { query }) => {
  const after = readCursor(query.cursor, [datePart, idPart]);
  let rosters = selectRosters(view);
  if (query.date) {
    rosters = rosters.where('start_date', '<=', query.date).where('end_date', '>=', query.date);
  }
  const total = query.count ? await countOf(rosters) : null;
  if (after) {
    rosters = rosters.where(
      sql<boolean>`(roster.start_date, roster.id) < (${after[0]}::date, ${after[1]}::uuid)`,
    );
  }
  const rows = await rosters
    .orderBy('roster.start_date', 'desc')
    .orderBy('roster.id', 'desc')
    .limit(fetchSize(query.limit))
    .execute();
  const key = (row: (typeof rows)[number]) => [row.start_date, row.id];
  const page = pageOf(rows, query.limit, key, (row) => row, total);
  return new Page(await presentRosters(view, page.items), page.next, page.total);
});

async function countOf(rosters: ReturnType<typeof selectRosters>): Promise<number> {
  const counted = await rosters
    .clearSelect()
    .select(sql<number>`count(*)::integer`.as('count'))
    .executeTakeFirstOrThrow();
  return counted.count;
}
