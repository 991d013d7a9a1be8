import { type Static, Type } from 'typebox';
import { CalendarDate, Id, Instant, WallTime } from '../platform/values.ts';
import { EndTime, Reservation } from './reservation.ts';

/** Most reservations of one series. */
export const occurrencesMax = 100;

export const RecurrenceRule = Type.String({
  minLength: 6,
  maxLength: 500,
  pattern: '^(RRULE:)?[A-Z0-9=;,+-]+$',
  description: 'Recurrence (RFC 5545 RRULE) with COUNT or UNTIL, like FREQ=WEEKLY;UNTIL=20261231',
});

/** An occurrence that can't be reserved, and why. */
export const OccurrenceClash = Type.Object({
  date: CalendarDate,
  start_time: WallTime,
  end_time: EndTime,
  code: Type.String(),
  detail: Type.String(),
});
export type OccurrenceClash = Static<typeof OccurrenceClash>;

/** Reservations that were made by one rule; moved and cancelled ones are still of it. */
export const Series = Type.Object({
  id: Id,
  resource: Id,
  rrule: Type.String(),
  date: CalendarDate,
  start_time: WallTime,
  end_time: EndTime,
  notes: Type.String(),
  created_at: Instant,
  version: Type.Integer(),
  reservations: Type.Array(Reservation),
});
export type Series = Static<typeof Series>;
