import { weekdayOf } from './dates.ts';

type Day = { date: string; is_current_month: boolean };

/**
 * The days of a month in rows that begin on `weekStart` (Monday is 1): no row without a day of the
 * month; null where the days at hand, which come in whole ISO weeks, do not reach.
 */
export function calendarRows<D extends Day>(days: readonly D[], weekStart: number): (D | null)[][] {
  const rows: (D | null)[][] = [];
  for (const day of days) {
    const column = columnOf(day.date, weekStart);
    if (column === 0 || rows.length === 0) rows.push(Array.from({ length: 7 }, () => null));
    const row = rows.at(-1);
    if (row) row[column] = day;
  }
  return rows.filter((row) => row.some((day) => day?.is_current_month));
}

/** Which column a date stands in. */
export function columnOf(date: string, weekStart: number): number {
  return (weekdayOf(date) - (weekStart - 1) + 7) % 7;
}
