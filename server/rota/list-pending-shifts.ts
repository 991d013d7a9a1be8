import { sql } from 'kysely';
import { listPendingShifts as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { fetchSize, idPart, instantPart, pageOf, readCursor } from '../platform/paging.ts';
import { effectsOf } from './effect.ts';
import { presentShift } from './present-shift.ts';
import { selectShifts } from './shift-row.ts';

/** The queue: pending requests, oldest first, each with what approving it would do. */
export const listPendingShifts = query(route, async (view, { query }) => {
  const after = readCursor(query.cursor, [instantPart, idPart]);
  let pending = selectShifts(view).where('shift.status', '=', sql.lit('PENDING'));
  const total = query.count ? await countPending(pending) : null;
  if (after) {
    pending = pending.where(
      sql<boolean>`(shift.created_at, shift.id) > (${after[0]}, ${after[1]})`,
    );
  }
  const rows = await pending
    .orderBy('shift.created_at')
    .orderBy('shift.id')
    .limit(fetchSize(query.limit))
    .execute();
  const effects = await effectsOf(view, rows);
  const key = (row: (typeof rows)[number]) => [row.created_at, row.id];
  const present = (row: (typeof rows)[number]) => ({
    ...presentShift(row, view.by),
    effect: effects(row),
  });
  return pageOf(rows, query.limit, key, present, total);
});

async function countPending(pending: ReturnType<typeof selectShifts>): Promise<number> {
  const counted = await pending
    .clearSelect()
    .select(sql<number>`count(*)::integer`.as('count'))
    .executeTakeFirstOrThrow();
  return counted.count;
}
