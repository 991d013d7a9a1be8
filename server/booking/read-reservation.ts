import { readReservation as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { found, notFound } from '../platform/problem.ts';
import { sees } from './policy.ts';
import { presentReservation } from './present-reservation.ts';
import { getReservation } from './reservation-row.ts';

/** One reservation, for its person and for who decides. */
export const readReservation = query(route, async (view, { params }) => {
  const row = found(await getReservation(view, params.id));
  if (!sees(view.by, row)) throw notFound();
  return presentReservation(row, view);
});
