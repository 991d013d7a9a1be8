import { type Static, Type } from 'typebox';
import { ApprovalReason } from '../platform/approval.ts';
import { CalendarDate, Hours, Id, Instant, Nullable, WallTime } from '../platform/values.ts';

export const tradeStatuses = ['PENDING', 'ACCEPTED', 'REJECTED', 'CANCELLED', 'EXPIRED'] as const;
export const TradeStatus = Type.Enum(tradeStatuses);
export type TradeStatus = (typeof tradeStatuses)[number];

/** What a trade shows of a reservation: what and when, never notes. */
export const TradedReservation = Type.Object({
  id: Id,
  resource: Id,
  resource_name: Type.String(),
  date: CalendarDate,
  start_time: WallTime,
  end_time: WallTime,
  starts_at: Instant,
  ends_at: Instant,
  duration_hours: Hours,
});
export type TradedReservation = Static<typeof TradedReservation>;

/** What the viewer may do with a trade now; the same functions enforce it. */
export const TradeCan = Type.Object({
  accept: Type.Boolean(),
  reject: Type.Boolean(),
  cancel: Type.Boolean(),
  approve: Type.Boolean({ description: 'As admin, where a rule asks for one' }),
  decline: Type.Boolean(),
});

export const WhyNot = Nullable(
  Type.Object(
    { code: Type.String(), detail: Type.String() },
    { description: 'What stands in the way of accepting or approving it' },
  ),
);

/** A wish to swap two reservations between their owners. Whose the other is shows when it is done. */
export const Trade = Type.Object({
  id: Id,
  status: TradeStatus,
  requester: Id,
  requester_name: Type.String(),
  target: Nullable(Id),
  target_name: Nullable(Type.String()),
  requester_reservation: TradedReservation,
  target_reservation: TradedReservation,
  direction: Type.Enum(['sent', 'received', 'other']),
  message: Type.String(),
  response_message: Type.String(),
  waits_for: Nullable(Type.Enum(['target', 'admin'])),
  approval_reasons: Type.Array(ApprovalReason, {
    description: 'Why an admin decides once it is accepted; empty when none has to',
  }),
  created_at: Instant,
  answered_at: Nullable(Instant),
  closed_at: Nullable(Instant),
  version: Type.Integer(),
  can: TradeCan,
  why_not: WhyNot,
});
export type Trade = Static<typeof Trade>;
