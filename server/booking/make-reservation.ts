import { makeReservation as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { Refusal } from '../platform/problem.ts';
import { lockGround } from './lock-ground.ts';
import { presentReservation } from './present-reservation.ts';
import { recordReservation } from './reservation-event.ts';
import { tellMade } from './reservation-letters.ts';
import { reserve } from './reserve.ts';
import { isRefused, spanOfWish } from './span.ts';

/** Someone reserves a span: it is theirs at once, or held until an admin decides. */
export const makeReservation = action(route, async (tx, { body }) => {
  const span = spanOfWish(body, tx.tenant.timeZone);
  if (isRefused(span)) throw new Refusal(400, span.code, span.detail, span.facts);
  const { booker, ground } = await lockGround(tx, body.resource);

  const row = await reserve(tx, ground, booker, span, { notes: body.notes ?? '' });
  const event = row.status === 'PENDING' ? 'reservation.requested' : 'reservation.confirmed';
  const entry = await recordReservation(tx, event, row);
  await tellMade(tx, entry, row, ground.settings);
  return presentReservation(row, tx);
});
