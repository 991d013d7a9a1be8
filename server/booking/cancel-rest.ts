import { cancelRest as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { endReservation } from './end-reservation.ts';
import { recordReservation } from './reservation-event.ts';
import type { ReservationRow } from './reservation-row.ts';
import { lockRest } from './rest-of-series.ts';
import { recordSeries } from './series-event.ts';
import { tellSeriesCancelled } from './series-letters.ts';

/** Its person or an admin cancels one of a series and all that follow. */
export const cancelRest = action(route, async (tx, { params, facts }) => {
  const { seriesId, rows } = await lockRest(tx, params.id, facts.ifMatch);
  const ended: ReservationRow[] = [];
  for (const row of rows) {
    const one = await endReservation(tx, row, 'CANCELLED');
    await recordReservation(tx, 'reservation.cancelled', one, { was: row.status });
    ended.push(one);
  }
  const entry = await recordSeries(tx, 'series.cancelled', seriesId, ended);
  await tellSeriesCancelled(tx, entry, seriesId, ended);
  return null;
});
