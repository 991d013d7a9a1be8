import type { BookingSettings } from '../../../../contract/resources/booking-settings.ts';
import { addDays, isDate } from '../../lib/dates.ts';
import { minutesOfSpan } from './slots-of-day.ts';

/** What someone would reserve; times are empty while they are not filled in. */
export type Span = { date: string; start_time: string; end_time: string };
type Now = { today: string; minutes: number };

export type WhyNot = {
  field: keyof Span;
  why: 'past' | 'far' | 'order' | 'opens' | 'closes' | 'short' | 'long';
  /** What the sentence names: a time, minutes or a date. */
  time?: string;
  minutes?: number;
  date?: string;
};

/** Why a span can't be reserved by what is known here already; the server has the last word. */
export function whyNotSpan(span: Span, settings: BookingSettings, now: Now): WhyNot | null {
  const { date, start_time, end_time } = span;
  if (!isDate(date)) return null;
  if (date < now.today) return { field: 'date', why: 'past' };
  const last = addDays(now.today, settings.days_ahead_max);
  if (date > last) return { field: 'date', why: 'far', date: last };
  if (!start_time || !end_time) return null;
  const { from, to } = minutesOfSpan(span);
  if (to <= from) return { field: 'end_time', why: 'order' };
  if (date === now.today && from < now.minutes) return { field: 'start_time', why: 'past' };
  const open = minutesOfSpan({
    start_time: settings.business_start_time,
    end_time: settings.business_end_time,
  });
  if (from < open.from || from >= open.to) {
    return { field: 'start_time', why: 'opens', time: settings.business_start_time };
  }
  if (to > open.to) return { field: 'end_time', why: 'closes', time: settings.business_end_time };
  const { stay_minutes_min: least, stay_minutes_max: most } = settings;
  if (to - from < least) return { field: 'end_time', why: 'short', minutes: least };
  if (to - from > most) return { field: 'end_time', why: 'long', minutes: most };
  return null;
}
