import { type Static, Type } from 'typebox';
import { ApprovalReason } from '../platform/approval.ts';
import { CalendarDate, Hours, Id, Instant, Nullable, WallTime } from '../platform/values.ts';

export const offerStates = [
  'OPEN',
  'TAKEN',
  'DONE',
  'DECLINED',
  'REFUSED',
  'WITHDRAWN',
  'EXPIRED',
] as const;
export const OfferState = Type.Enum(offerStates);
export type OfferState = (typeof offerStates)[number];

/** What an offer shows of a shift: whose it is now and its times, never notes. */
export const OfferedShift = Type.Object({
  id: Id,
  schedule_period: Id,
  schedule_period_name: Type.String(),
  pa_id: Id,
  pa_name: Type.String(),
  date: CalendarDate,
  start_time: WallTime,
  end_time: WallTime,
  overnight: Type.Boolean(),
  duration_hours: Hours,
});

/** What the viewer may do with an offer now; the same functions enforce it. */
export const OfferCan = Type.Object({
  take: Type.Boolean(),
  refuse: Type.Boolean(),
  withdraw: Type.Boolean(),
  approve: Type.Boolean({ description: 'Overtime needs override_overtime: see why_not' }),
  decline: Type.Boolean(),
});

/** An offer: someone's wish that an approved shift of theirs changes hands. */
export const Offer = Type.Object({
  id: Id,
  shift: OfferedShift,
  exchange_for: Nullable(OfferedShift),
  offered_by: Id,
  offered_by_name: Type.String(),
  to: Nullable(Id),
  to_name: Nullable(Type.String()),
  taken_by: Nullable(Id),
  taken_by_name: Nullable(Type.String()),
  message: Type.String(),
  state: OfferState,
  reason: Type.String({ description: 'Why an admin declined it; for those two and the admins' }),
  created_at: Instant,
  taken_at: Nullable(Instant),
  closed_at: Nullable(Instant),
  version: Type.Integer(),
  approval_reasons: Type.Array(ApprovalReason, {
    description: 'Why an admin decides when the viewer takes it, or now that it is taken',
  }),
  can: OfferCan,
  why_not: Nullable(
    Type.Object(
      { code: Type.String(), detail: Type.String() },
      { description: 'What stands in the way of taking it, or of approving it' },
    ),
  ),
});
export type Offer = Static<typeof Offer>;
