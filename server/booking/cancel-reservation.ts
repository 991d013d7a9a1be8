import { cancelReservation as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { found, notFound, Refusal, refuseIf } from '../platform/problem.ts';
import { endReservation } from './end-reservation.ts';
import { sees } from './policy.ts';
import { whyNotChange } from './reservation.ts';
import { recordReservation } from './reservation-event.ts';
import { tellPerson } from './reservation-letters.ts';
import { lockReservation } from './reservation-row.ts';

/** Its person or an admin cancels a reservation: its span is free, its row stays. */
export const cancelReservation = action(route, async (tx, { params, facts }) => {
  const row = found(await lockReservation(tx, params.id));
  if (!sees(tx.by, row)) throw notFound();
  if (facts.ifMatch !== null && facts.ifMatch !== row.version) throw stale(row.version);
  refuseIf(whyNotChange(row, tx.now));

  const ended = await endReservation(tx, row, 'CANCELLED');
  const entry = await recordReservation(tx, 'reservation.cancelled', ended, { was: row.status });
  await tellPerson(tx, entry, 'reservation-cancelled', ended);
  return null;
});

function stale(version: number): Refusal {
  const sentence = 'Someone changed this reservation meanwhile. Read it again, then cancel it.';
  return new Refusal(412, 'version_stale', sentence, { version });
}
