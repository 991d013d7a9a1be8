import { isoWeekOf, startOfWeek } from '../lib/dates.ts';

/** A search parameter as text; anything else in the address is ignored. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** Whether two parts of an address are a year and a month. */
export function isMonth(year: string, month: string): boolean {
  return /^(19[7-9]\d|2\d{3})$/.test(year) && /^(0?[1-9]|1[0-2])$/.test(month);
}

/** Whether two parts of an address are an ISO week: only some years have a 53rd. */
export function isWeek(year: string, week: string): boolean {
  if (!/^(19[7-9]\d|2\d{3})$/.test(year) || !/^(0?[1-9]|[1-4]\d|5[0-3])$/.test(week)) return false;
  const isoWeek = `${year}-W${week.padStart(2, '0')}`;
  return isoWeekOf(startOfWeek(isoWeek)) === isoWeek;
}
