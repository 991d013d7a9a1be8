import { type Static, Type } from 'typebox';
import { CalendarDate, Hours, Id, Instant, Nullable, WallTime } from '../platform/values.ts';

export const shiftStatuses = ['PENDING', 'APPROVED', 'REJECTED', 'CANCELLED'] as const;
export const ShiftStatus = Type.Enum(shiftStatuses);
export type ShiftStatus = (typeof shiftStatuses)[number];

/** What the viewer may do with a shift now; the same functions enforce it. */
export const ShiftCan = Type.Object({
  approve: Type.Boolean(),
  reject: Type.Boolean(),
  edit: Type.Boolean(),
  cancel: Type.Boolean(),
});

/** A shift: one person's wish for a date and span in a period, and what became of it. */
export const Shift = Type.Object({
  id: Id,
  schedule_period: Id,
  schedule_period_name: Type.String(),
  requested_by: Id,
  requested_by_name: Type.String(),
  date: CalendarDate,
  start_time: WallTime,
  end_time: WallTime,
  overnight: Type.Boolean(),
  starts_at: Instant,
  ends_at: Instant,
  duration_hours: Hours,
  status: ShiftStatus,
  notes: Type.String(),
  admin_notes: Type.Optional(Type.String({ description: "The admins' own; absent for others" })),
  waits_because: Type.String({
    description: 'Of a PENDING one where not every request waits: the rules, or what is in the way',
  }),
  rejected_reason: Type.String(),
  created_at: Instant,
  updated_at: Instant,
  approved_at: Nullable(Instant),
  approved_by: Nullable(Id),
  approved_by_name: Nullable(Type.String()),
  version: Type.Integer({ description: 'Send as If-Match when editing' }),
  can: ShiftCan,
});
export type Shift = Static<typeof Shift>;

/** A decision's answer. */
export const ShiftDecided = Type.Object({ message: Type.String(), shift: Shift });

/** What calendars show of a shift: name and times; `notes` only of one's own, or to admins. */
export const CalendarShift = Type.Object({
  id: Id,
  pa_id: Id,
  pa_name: Type.String(),
  date: CalendarDate,
  start_time: WallTime,
  end_time: WallTime,
  overnight: Type.Boolean(),
  duration_hours: Hours,
  notes: Type.Optional(Type.String()),
  status: ShiftStatus,
});
export type CalendarShift = Static<typeof CalendarShift>;
