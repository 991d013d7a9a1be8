/**
 * All date arithmetic of the web app. Dates are text ("2026-11-20") in the organisation's zone;
 * `Date` serves only as a calendar in UTC, never as the machine's local time.
 */
const dayMs = 86_400_000;

/** The number of a date on the UTC time line; NaN for what is no date. */
const toMs = (date: string) => Date.parse(`${date}T00:00:00Z`);
const fromMs = (ms: number) => new Date(ms).toISOString().slice(0, 10);

export function isDate(text: unknown): text is string {
  return typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(toMs(text));
}

/** Today's date in a time zone. */
export function todayIn(timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  return parts.format(Date.now()).slice(0, 10);
}

/** Minutes since midnight that the clocks of a zone show. */
export function minutesNowIn(timeZone: string): number {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' });
  return toMinutes(clock.format(Date.now()));
}

/** "18:30" as minutes since midnight. */
export function toMinutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** Minutes since midnight as "18:30"; the end of the day is "00:00" of the next. */
export function toTime(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}

export function addDays(date: string, days: number): string {
  return fromMs(toMs(date) + days * dayMs);
}

/** Days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((toMs(to) - toMs(from)) / dayMs);
}

/** The month that lies some months on; months count from 1. */
export function addMonths(year: number, month: number, months: number) {
  const index = year * 12 + (month - 1) + months;
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}

export function monthOf(date: string) {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)) };
}

export function firstOfMonth(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}-01`;
}

/** Day of the week, Monday 0 to Sunday 6. */
export function weekdayOf(date: string): number {
  return (new Date(toMs(date)).getUTCDay() + 6) % 7;
}

export function dayOfMonth(date: string): number {
  return Number(date.slice(8, 10));
}

/** ISO week of a date, "2026-W47": a week belongs to the year of its Thursday. */
export function isoWeekOf(date: string): string {
  const thursday = addDays(date, 3 - weekdayOf(date));
  const year = thursday.slice(0, 4);
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** Monday of an ISO week. */
export function startOfWeek(isoWeek: string): string {
  const [year = '', week = ''] = isoWeek.split('-W');
  const fourth = `${year}-01-04`;
  return addDays(fourth, (Number(week) - 1) * 7 - weekdayOf(fourth));
}

/** Length of a span in minutes of elapsed time, right across a daylight-saving change. */
export function minutesOf(
  span: { date: string; start_time: string; end_time: string; overnight: boolean },
  timeZone: string,
): number {
  const endDate = span.overnight ? addDays(span.date, 1) : span.date;
  const minutes =
    (instantOf(endDate, span.end_time, timeZone) -
      instantOf(span.date, span.start_time, timeZone)) /
    60_000;
  return Math.round(minutes);
}

/** The instant at which the clocks of a zone show a date and time. */
export function instantOf(date: string, time: string, timeZone: string): number {
  const wall = Date.parse(`${date}T${time.slice(0, 5)}:00Z`);
  const guess = wall - offsetAt(wall, timeZone);
  return wall - offsetAt(guess, timeZone);
}

function offsetAt(ms: number, timeZone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(ms);
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(ms / 1000) * 1000;
}
