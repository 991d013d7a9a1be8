import { type Static, Type } from 'typebox';
import { ApprovalReason } from '../platform/approval.ts';
import { CalendarDate, Hours, Id, Instant, Nullable, WallTime } from '../platform/values.ts';

export const reservationStatuses = [
  'CONFIRMED',
  'PENDING',
  'REJECTED',
  'CANCELLED',
  'EXPIRED',
] as const;
export const ReservationStatus = Type.Enum(reservationStatuses);
export type ReservationStatus = (typeof reservationStatuses)[number];

/** What it costs, in minor units. */
export const Cost = Type.Object({ amount: Type.Integer(), currency: Type.String() });
export type Cost = Static<typeof Cost>;

/** What the viewer may do with a reservation now; the same functions enforce it. */
export const ReservationCan = Type.Object({
  approve: Type.Boolean(),
  reject: Type.Boolean(),
  edit: Type.Boolean(),
  cancel: Type.Boolean(),
});

/** A reservation. Of someone else's a plain user sees when it is, not whose nor why. */
export const Reservation = Type.Object({
  id: Id,
  resource: Id,
  resource_name: Type.String(),
  user: Nullable(Id),
  user_name: Nullable(Type.String()),
  user_email: Nullable(Type.String()),
  mine: Type.Boolean(),
  date: CalendarDate,
  start_time: WallTime,
  end_time: Type.String({ ...WallTime, description: '00:00 is the midnight that ends the day' }),
  starts_at: Instant,
  ends_at: Instant,
  duration_hours: Hours,
  status: ReservationStatus,
  notes: Type.String(),
  is_primetime: Type.Boolean(),
  approval_reasons: Type.Array(ApprovalReason, {
    description: 'Why an admin decides, or decided; empty when none had to',
  }),
  rejection_reason: Type.String({ description: 'Of a REJECTED or EXPIRED one; else empty' }),
  hold_expires_at: Nullable(Instant),
  cost: Nullable(Cost),
  series: Nullable(Id),
  editable: Type.Boolean(),
  created_at: Instant,
  updated_at: Instant,
  decided_at: Nullable(Instant),
  decided_by_name: Nullable(Type.String()),
  version: Type.Integer({ description: 'Send as If-Match when editing' }),
  can: ReservationCan,
});
export type Reservation = Static<typeof Reservation>;

/** When it ends: a wall-clock time, or the midnight that ends the day. */
export const EndTime = Type.String({
  ...WallTime,
  description: 'Wall-clock time, HH:MM or HH:MM:00; 00:00 is the midnight that ends the day',
});
