import type { OccurrenceClash } from '../../contract/booking/series.ts';
import { editRest as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { found, LostRace, Refusal } from '../platform/problem.ts';
import type { ActorTx } from '../platform/scope.ts';
import { getResource } from '../resources/module.ts';
import { addDays, release } from '../timeline/module.ts';
import { type Load, loadBurden } from './burden.ts';
import { type Ground, loadGround } from './judge.ts';
import { moveReservation } from './move-reservation.ts';
import { clashOf, refuseClashes } from './occurrence-clash.ts';
import { presentSeries } from './present-series.ts';
import { recordReservation } from './reservation-event.ts';
import { getReservation, type ReservationRow } from './reservation-row.ts';
import { updateReservation } from './reservation-store.ts';
import { sourceOf } from './reserve.ts';
import { lockRest } from './rest-of-series.ts';
import { recordSeries } from './series-event.ts';
import { tellSeriesMoved } from './series-letters.ts';
import { isRefused, spanOfWish, type Wish } from './span.ts';

/** Its person or an admin changes one of a series and all that follow: all of them, or none. */
export const editRest = action(route, async (tx, { params, body, facts }) => {
  const { seriesId, rows } = await lockRest(tx, params.id, facts.ifMatch);
  const { start_time, end_time, days_later: days = 0 } = body;
  const wishOf = (row: ReservationRow): Wish => ({
    date: addDays(row.date, days),
    start_time: start_time ?? row.start_time,
    end_time: end_time ?? row.end_time,
  });
  const moves = days !== 0 || start_time !== undefined || end_time !== undefined;
  const after = moves
    ? await moveEach(tx, rows, wishOf, body.notes)
    : await noteEach(tx, rows, body.notes);

  const entry = await recordSeries(tx, 'series.updated', seriesId, after, { changes: body });
  if (moves) await tellSeriesMoved(tx, entry, seriesId, after);
  return presentSeries(tx, seriesId);
});

/** Frees all their spans first: one may go where another of them was. */
async function moveEach(
  tx: ActorTx,
  rows: readonly ReservationRow[],
  wishOf: (row: ReservationRow) => Wish,
  notes: string | undefined,
): Promise<ReservationRow[]> {
  const [first] = rows;
  if (!first) return [];
  const ids = rows.map(({ id }) => id);
  const beside = await loadBurden(tx, first.person_id, wishOf(first).date, ids);
  const load = { ...beside, rows: [...beside.rows] };
  for (const row of rows) await release(tx, sourceOf(row));
  const grounds = await groundsOf(tx, rows);
  const after: ReservationRow[] = [];
  const clashes: OccurrenceClash[] = [];
  for (const row of rows) {
    const wish = wishOf(row);
    const ground = grounds.get(row.resource_id) as Ground;
    const moved = await moveOne(tx, ground, row, wish, notes ?? row.notes, load);
    if ('code' in moved) {
      clashes.push(clashOf(wish, moved));
      continue;
    }
    after.push(moved);
    load.rows.push(loadOf(moved));
    const was = { was: row.status, was_resource: row.resource_id };
    await recordReservation(tx, 'reservation.moved', moved, was);
  }
  refuseClashes(clashes);
  return after;
}

/** What each of their resources stands on; one of a series may have been moved to another. */
async function groundsOf(
  tx: ActorTx,
  rows: readonly ReservationRow[],
): Promise<Map<string, Ground>> {
  const grounds = new Map<string, Ground>();
  for (const id of new Set(rows.map((row) => row.resource_id))) {
    grounds.set(id, await loadGround(tx, found(await getResource(tx, id))));
  }
  return grounds;
}

async function moveOne(
  tx: ActorTx,
  ground: Ground,
  row: ReservationRow,
  wish: Wish,
  notes: string,
  load: Load,
) {
  const span = spanOfWish(wish, tx.tenant.timeZone);
  if (isRefused(span)) return span;
  try {
    return await moveReservation(tx, ground, row, span, notes, load);
  } catch (error) {
    // What refuses by a rule has written nothing; the whole is undone once all are known.
    if (!(error instanceof Refusal) || error instanceof LostRace) throw error;
    return { code: error.code, detail: error.message };
  }
}

async function noteEach(tx: ActorTx, rows: readonly ReservationRow[], notes: string | undefined) {
  const after: ReservationRow[] = [];
  for (const row of rows) {
    if (notes === undefined || notes === row.notes) continue;
    await updateReservation(tx, row, { notes });
    const noted = found(await getReservation(tx, row.id));
    const changes = { notes: { before: row.notes, after: notes } };
    await recordReservation(tx, 'reservation.updated', noted, { changes });
    after.push(noted);
  }
  return after;
}

function loadOf({ resource_id, date, minutes }: ReservationRow): Load['rows'][number] {
  return { resource_id, date, minutes, has_ended: false };
}
