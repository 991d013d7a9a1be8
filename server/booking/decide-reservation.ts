import { decideReservation as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { found } from '../platform/problem.ts';
import { decide, reasonOf } from './decide.ts';
import { presentReservation } from './present-reservation.ts';
import { lockReservation } from './reservation-row.ts';

/** An admin approves a reservation that waits, or rejects it with a reason. */
export const decideReservation = action(route, async (tx, { params, body }) => {
  const reason = reasonOf(body);
  const row = found(await lockReservation(tx, params.id));
  return presentReservation(await decide(tx, row, body, reason), tx);
});
