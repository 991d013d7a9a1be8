import { sql } from 'kysely';
import { listUnlockRequests as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { fetchSize, idPart, instantPart, Page, pageOf, readCursor } from '../platform/paging.ts';
import { presentRequests } from './present-request.ts';
import { type RequestRow, selectRequests, statusNow } from './request-store.ts';

/** Requests for unlocks, newest first. */
export const listUnlockRequests = query(route, async (view, { query }) => {
  const after = readCursor(query.cursor, [instantPart, idPart]);
  let requests = selectRequests(view);
  if (query.status) requests = requests.where(statusNow, '=', query.status);
  const total = query.count ? await countOf(requests) : null;
  if (after) {
    requests = requests.where(
      sql<boolean>`(request.requested_at, request.id) < (${after[0]}, ${after[1]})`,
    );
  }
  const rows = await requests
    .orderBy('request.requested_at', 'desc')
    .orderBy('request.id', 'desc')
    .limit(fetchSize(query.limit))
    .execute();
  const key = (row: RequestRow) => [row.requested_at, row.id];
  const page = pageOf(rows, query.limit, key, (row) => row, total);
  return new Page(await presentRequests(view, page.items), page.next, page.total);
});

async function countOf(requests: ReturnType<typeof selectRequests>): Promise<number> {
  const counted = await requests
    .clearSelect()
    .select(sql<number>`count(*)::integer`.as('count'))
    .executeTakeFirstOrThrow();
  return counted.count;
}
