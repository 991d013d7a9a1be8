import { datesBetween, dayNumber, type Span, spanOf } from '../server/timeline/module.ts';

export const zone = 'Europe/London';
/** Who works there, and how many may be on at once. */
export const peopleCount = 50;
export const seatCount = 20;

/** June 2026 starts on a Monday: its calendar shows five weeks, with 1,000 approved shifts. */
export const month = { path: '2026/6', first: '2026-06-01', days: 35, approved: 1_000 };
/** The year of the organisation that is measured. */
export const year = { from: '2026-01-01', until: '2026-12-31', shifts: 20_000 };

type Status = 'PENDING' | 'APPROVED' | 'REJECTED' | 'CANCELLED';
/** A shift to fill in; `person` and `seat` count from 0. */
export type Planned = { person: number; span: Span; status: Status };

const firstDay = dayNumber(month.first);
const pendingDaily = 2;

/** The shifts of the dates: the same on every date whatever the range, 20,000 a year. */
export function planShifts(from: string, until: string): Planned[] {
  return datesBetween(from, until).flatMap((date) => {
    const day = dayNumber(date) - firstDay;
    const approved = portion(day, month.approved / month.days);
    const all = portion(day, year.shifts / 365);
    return Array.from({ length: all }, (_, i): Planned => {
      const person = (((day * 29 + i) % peopleCount) + peopleCount) % peopleCount;
      const status = i < approved ? 'APPROVED' : i < approved + pendingDaily ? 'PENDING' : past(i);
      return { person, span: regularSpan(date, person), status };
    });
  });
}

/** Slots of 25 minutes that regular shifts leave free: 4 a person and day, others for requests. */
export function spareSpan(date: string, person: number, slot: number): Span {
  const hour = partOfDay(person) + 4 + Math.floor(slot / 2);
  const minute = slot % 2 === 0 ? '00' : '30';
  return cachedSpan(
    date,
    `${two(hour)}:${minute}`,
    `${two(hour)}:${minute === '00' ? '25' : '55'}`,
  );
}

/** The seat of a regular shift: people share the day in three parts, so 17 are on at once. */
export function regularSeat(person: number): number {
  return Math.floor(person / 3);
}

// Whole shifts of a day such that any stretch of days sums up to the rate.
function portion(day: number, rate: number): number {
  return Math.floor((day + 1) * rate + 1e-9) - Math.floor(day * rate + 1e-9);
}

function past(i: number): Status {
  return i % 2 === 0 ? 'REJECTED' : 'CANCELLED';
}

function regularSpan(date: string, person: number): Span {
  const hour = partOfDay(person);
  return cachedSpan(date, `${two(hour)}:00`, `${two(hour + 4)}:00`);
}

function partOfDay(person: number): number {
  return 8 * (person % 3);
}

const spans = new Map<string, Span>();
function cachedSpan(date: string, startTime: string, endTime: string): Span {
  const key = `${date} ${startTime}`;
  let span = spans.get(key);
  if (!span) {
    span = spanOf({ date, startTime, endTime, overnight: false }, zone);
    spans.set(key, span);
  }
  return span;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
