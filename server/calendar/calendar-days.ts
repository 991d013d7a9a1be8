import type { CalendarShift } from '../../contract/rota/shift.ts';
import type { View } from '../platform/scope.ts';
import { type Cover, coverOf, findWindows, shiftsOn } from '../rota/module.ts';
import { addDays, dayNumber, type WallMinutes } from '../timeline/module.ts';
import { type CalendarRow, findCalendarShifts, presentCalendarShift } from './calendar-shift.ts';

/** Days of the week as calendars name them. */
export const dayNames = [
  ...['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
];

/**
 * What the days from `from` to `until` show: the shifts that touch them (of `person` only, if
 * given), everyone's coverage, and the windows. Two queries, however many days.
 */
export async function findDays(
  view: View,
  from: string,
  until: string,
  { person, pending = false }: { person?: string; pending?: boolean },
) {
  const [windows, rows] = await Promise.all([
    findWindows(view, from, until),
    findCalendarShifts(view, addDays(from, -1), until, pending),
  ]);
  const cover = coverOf(rows.filter((row) => row.status === 'APPROVED'));
  const shown = person ? rows.filter((row) => row.person_id === person) : rows;
  return { windows, cover, shown };
}

/** A shift that touches a day, as it is shown, and its place on the line of wall-clock minutes. */
export type Placed = { row: CalendarRow; shift: CalendarShift; at: WallMinutes };

/** The shifts that touch a date: its own, and of the night before those that end after midnight. */
export function placedOn(view: View, cover: Cover<CalendarRow>, date: string): Placed[] {
  const midnight = dayNumber(date) * 1_440;
  return shiftsOn(cover, date)
    .filter(({ at }) => at.until > midnight)
    .map(({ shift: row, at }) => ({ row, shift: presentCalendarShift(row, view.by), at }));
}

/** Approved minutes of the shifts dated on the day: those of the night before count to their own. */
export function minutesDated(placed: readonly Placed[], date: string): number {
  return approvedOn(placed, date).reduce((sum, { row }) => sum + row.minutes, 0);
}

/** The approved ones among them that are dated on the day. */
export function approvedOn(placed: readonly Placed[], date: string): Placed[] {
  return placed.filter(({ row }) => row.date === date && row.status === 'APPROVED');
}

/** Whether a span touches a clock hour of a date. */
export function touchesHour(at: WallMinutes, date: string, hour: number): boolean {
  const from = dayNumber(date) * 1_440 + hour * 60;
  return at.from < from + 60 && at.until > from;
}
