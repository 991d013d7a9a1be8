import { type Static, Type } from 'typebox';
import { Body, CalendarDate, Id, Instant, Nullable, WallTime } from '../platform/values.ts';
import { TradedReservation } from './trade.ts';

export const wishStatuses = ['OPEN', 'MET', 'WITHDRAWN', 'EXPIRED'] as const;
export const WishStatus = Type.Enum(wishStatuses);
export type WishStatus = (typeof wishStatuses)[number];

/** What someone would take for theirs: one of these reservations, or any of that resource and time. */
export const Wanted = Body({
  reservations: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 20, uniqueItems: true })),
  resource: Type.Optional(Id),
  from_date: Type.Optional(CalendarDate),
  until_date: Type.Optional(CalendarDate),
  start_time: Type.Optional(WallTime),
  end_time: Type.Optional(WallTime),
});
export type Wanted = Static<typeof Wanted>;

/** An open wish to trade: rings of such wishes are found and proposed to all in them. */
export const TradeWish = Type.Object({
  id: Id,
  reservation: TradedReservation,
  wanted: Wanted,
  status: WishStatus,
  cycle: Nullable(Id),
  created_at: Instant,
  can: Type.Object({ withdraw: Type.Boolean() }),
});
export type TradeWish = Static<typeof TradeWish>;
