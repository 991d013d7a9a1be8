import { type Static, Type } from 'typebox';
import { ApprovalReason } from '../platform/approval.ts';
import { Id, Instant, Nullable } from '../platform/values.ts';
import { TradedReservation, TradeStatus, WhyNot } from './trade.ts';

/** Two to five people who each get what the next one gives, all or none. Whose shows when it is done. */
export const TradeCycle = Type.Object({
  id: Id,
  status: TradeStatus,
  legs: Type.Array(
    Type.Object({
      mine: Type.Boolean(),
      person: Nullable(Id),
      person_name: Nullable(Type.String()),
      gives: TradedReservation,
      gets: TradedReservation,
      accepted: Type.Boolean(),
    }),
  ),
  response_message: Type.String({ description: 'Why someone, or an admin, said no' }),
  waits_for: Nullable(Type.Enum(['people', 'admin'])),
  approval_reasons: Type.Array(ApprovalReason),
  created_at: Instant,
  closed_at: Nullable(Instant),
  version: Type.Integer(),
  can: Type.Object({
    accept: Type.Boolean(),
    reject: Type.Boolean(),
    approve: Type.Boolean(),
    decline: Type.Boolean(),
  }),
  why_not: WhyNot,
});
export type TradeCycle = Static<typeof TradeCycle>;
