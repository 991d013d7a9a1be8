import { type Static, Type } from 'typebox';
import { CalendarDate, Nullable, WallTime } from '../platform/values.ts';
import { Cost, Reservation } from './reservation.ts';

/** A slot of a day; what touches prime time is of that type. */
export const Slot = Type.Object({
  start_time: WallTime,
  end_time: WallTime,
  type: Type.Enum(['regular', 'primetime']),
  available: Type.Boolean(),
  state: Type.Enum(['free', 'mine', 'taken', 'past', 'too_far'], {
    description: 'Why it is available or not',
  }),
  needs_approval: Type.Boolean({ description: 'Reserving just this slot, an admin decides' }),
  approval_detail: Type.String({ description: 'Why, in sentences; empty where none decides' }),
  cost: Nullable(Cost),
});
export type Slot = Static<typeof Slot>;

const Span = Type.Object({ start_time: WallTime, end_time: WallTime });

/** A date of a resource. */
export const BookingDay = Type.Object({
  date: CalendarDate,
  is_primetime: Type.Boolean({ description: 'Some of its business hours are prime time' }),
  primetime_hours: Nullable(Span),
  primetime_spans: Type.Array(Span, { description: 'All of them; the hours reach over all' }),
  business_hours: Span,
  available_slots: Type.Array(Slot),
  reserved_slots: Type.Array(Reservation),
});
export type BookingDay = Static<typeof BookingDay>;
