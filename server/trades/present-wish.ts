import type { TradeWish } from '../../contract/trades/trade-wish.ts';
import { findReservations, type ReservationRow } from '../booking/module.ts';
import type { Read } from '../platform/scope.ts';
import { presentTraded } from './traded.ts';
import type { WishRow } from './wish-store.ts';

/** Wishes for their person, who alone sees them. */
export async function presentWishes(read: Read, wishes: readonly WishRow[]): Promise<TradeWish[]> {
  const ids = wishes.map((wish) => wish.reservation_id);
  const reservations = new Map((await findReservations(read, ids)).map((row) => [row.id, row]));
  return wishes.map((wish) => ({
    id: wish.id,
    reservation: presentTraded(reservations.get(wish.reservation_id) as ReservationRow),
    wanted: wish.wanted,
    status: wish.status,
    cycle: wish.status === 'OPEN' ? wish.cycle : null,
    created_at: wish.created_at,
    can: { withdraw: wish.status === 'OPEN' },
  }));
}
