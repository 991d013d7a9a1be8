import type { ActorTx } from '../platform/scope.ts';
import { judge } from './judge.ts';
import { lockGround } from './lock-ground.ts';
import { recordReservation } from './reservation-event.ts';
import { take } from './reserve.ts';
import { isRefused, spanOfWish, type Wish } from './span.ts';

/**
 * Writes a reservation as it came about elsewhere (demo data), by the same rules and with the same journal
 * entries as making one, but without letters; of the default resource unless one is said. False where it
 * would be refused: nothing is written then.
 */
export async function placeReservation(
  tx: ActorTx,
  wish: Wish & { resource?: string; notes?: string },
): Promise<boolean> {
  const span = spanOfWish(wish, tx.tenant.timeZone);
  if (isRefused(span)) return false;
  const { booker, ground } = await lockGround(tx, wish.resource);
  const judgement = await judge(tx, ground, booker, span);
  if (judgement.refused) return false;
  const row = await take(tx, ground, booker, span, judgement, { notes: wish.notes ?? '' });
  const event = row.status === 'PENDING' ? 'reservation.requested' : 'reservation.confirmed';
  await recordReservation(tx, event, row);
  return true;
}
