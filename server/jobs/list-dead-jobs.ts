import { listDeadJobs as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { fetchSize, idPart, instantPart, pageOf, readCursor } from '../platform/paging.ts';
import { type DeadJobRow, findDeadJobs } from './dead-job-store.ts';

/** Work of the organisation that was given up, newest first. */
export const listDeadJobs = query(route, async (view, { query }) => {
  const [failedAt, id] = readCursor(query.cursor, [instantPart, idPart]) ?? [];
  const after = failedAt && id ? { failedAt, id } : null;
  const rows = await findDeadJobs(view, after, fetchSize(query.limit));
  const present = (row: DeadJobRow) => ({ ...row, reason: row.reason ?? 'unknown' });
  return pageOf(rows, query.limit, (row) => [row.failed_at, row.id], present);
});
