import type { Series } from '../../contract/booking/series.ts';
import { found } from '../platform/problem.ts';
import type { Read, View } from '../platform/scope.ts';
import { presentReservation } from './present-reservation.ts';
import { type ReservationRow, selectReservations } from './reservation-row.ts';
import { getSeries } from './series-store.ts';

/** A series with its reservations as they are now, by their places in it. */
export async function presentSeries(view: View, id: string): Promise<Series> {
  const [series, rows] = await Promise.all([getSeries(view, id), findOccurrences(view, id)]);
  const { resource_id, person_id: _, overnight: _o, zone: _z, ...row } = found(series);
  const { updated_at: _u, ...facts } = row;
  return {
    ...facts,
    resource: resource_id,
    reservations: rows.map((one) => presentReservation(one, view)),
  };
}

/** The reservations of a series, by their places in it. */
export function findOccurrences(read: Read, id: string): Promise<ReservationRow[]> {
  return selectReservations(read)
    .where('reservation.series_id', '=', id)
    .orderBy('reservation.occurrence')
    .execute();
}
