import { type RawBuilder, sql } from 'kysely';
import { listReservations as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { fetchSize, idPart, instantPart, pageOf, readCursor } from '../platform/paging.ts';
import { decides } from './policy.ts';
import { presentReservation } from './present-reservation.ts';
import { isLiveNow, selectReservations, statusNow } from './reservation-row.ts';

/** Reservations, in the order asked for: one's own, or all for who decides. */
export const listReservations = query(route, async (view, { query }) => {
  const after = readCursor(query.cursor, [instantPart, idPart]);
  let rows = selectReservations(view);
  const { date, status, resource, series, primetime } = query;
  if (!decides(view.by)) rows = rows.where('reservation.person_id', '=', view.by.personId);
  else if (query.user) rows = rows.where(hasPart(query.user, ['person.email', 'person.full_name']));
  if (date) rows = rows.where('reservation.date', '=', date);
  if (query.start_date) rows = rows.where('reservation.date', '>=', query.start_date);
  if (query.end_date) rows = rows.where('reservation.date', '<=', query.end_date);
  if (resource) rows = rows.where('reservation.resource_id', '=', resource);
  if (series) rows = rows.where('reservation.series_id', '=', series);
  if (primetime !== undefined) rows = rows.where('reservation.is_primetime', '=', primetime);
  if (query.search) rows = rows.where(hasPart(query.search, searched));
  if (status === 'PENDING')
    rows = rows.where('reservation.status', '=', sql.lit(status)).where(isLiveNow(view.now));
  else if (status) rows = rows.where(statusNow(view.now), '=', status);
  const total = query.count ? await countOf(rows) : null;

  const { sort = '-created_at' } = query;
  const column = sort.endsWith('starts_at') ? 'starts_at' : 'created_at';
  const way = sort.startsWith('-') ? 'desc' : 'asc';
  const key = sql`(${sql.ref(`reservation.${column}`)}, reservation.id)`;
  const isPast = sql.raw(way === 'desc' ? '<' : '>');
  if (after) rows = rows.where(sql<boolean>`${key} ${isPast} (${after[0]}, ${after[1]})`);
  const page = await rows
    .orderBy(`reservation.${column}`, way)
    .orderBy('reservation.id', way)
    .limit(fetchSize(query.limit))
    .execute();
  const keyOf = (row: (typeof page)[number]) => [row[column], row.id];
  return pageOf(page, query.limit, keyOf, (row) => presentReservation(row, view), total);
});

const searched = [
  ...['person.email', 'person.full_name', 'resource.name'],
  ...['reservation.notes', 'reservation_decision.reason'],
];

function hasPart(text: string, columns: readonly string[]): RawBuilder<boolean> {
  const part = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const matches = columns.map((column) => sql`${sql.ref(column)} ilike ${part}`);
  return sql<boolean>`(${sql.join(matches, sql` or `)})`;
}

async function countOf(rows: ReturnType<typeof selectReservations>): Promise<number> {
  const counted = await rows
    .clearSelect()
    .select(sql<number>`count(*)::integer`.as('count'))
    .executeTakeFirstOrThrow();
  return counted.count;
}
