import { misriDateOf } from './misri-calendar.ts';

/**
 * The calendar that dates are shown in beside the usual one. Umm al-Qura is what Saudi Arabia prints;
 * `civil` is the tabular calendar of ISO and most programs; `misri` is the tabular calendar of the
 * Fatimids, which the Bohras keep.
 */
export const secondCalendars = ['none', 'umm_al_qura', 'civil', 'misri'] as const;
export type SecondCalendarName = (typeof secondCalendars)[number];

/** A calendar of an organisation, moved by so many days where the moon was seen otherwise. */
export type SecondCalendarChoice = { calendar: SecondCalendarName; offsetDays: number };

/** A date of a second calendar; months from 1. */
export type SecondDate = { year: number; month: number; day: number };

const daysMs = 86_400_000;

/** Days since 1 January 1970 of a date `2026-11-20`. */
export function dayNumberOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / daysMs;
}

/** The date of a day number. */
export function dateOfDayNumber(day: number): string {
  return new Date(day * daysMs).toISOString().slice(0, 10);
}

/** A date in the second calendar; null without one. With an offset of 1 it is the next day there already. */
export function secondDateOf(date: string, choice: SecondCalendarChoice): SecondDate | null {
  if (choice.calendar === 'none') return null;
  const day = dayNumberOf(date) + choice.offsetDays;
  return choice.calendar === 'misri' ? misriDateOf(day) : dateByIntl(day, choice.calendar);
}

/** The date of a date in the second calendar; null when that calendar has no such day. */
export function dateOfSecond(wanted: SecondDate, choice: SecondCalendarChoice): string | null {
  if (choice.calendar === 'none') return null;
  // Near enough by the mean year of 354 11/30 days and the mean month of 29 191/360.
  const years = Math.floor(((wanted.year - 1) * 10_631) / 30);
  const guess = firstDay + years + Math.floor((wanted.month - 1) * 29.530_56) + wanted.day - 1;
  for (let day = guess - 4; day <= guess + 4; day += 1) {
    const date = dateOfDayNumber(day - choice.offsetDays);
    const found = secondDateOf(date, choice);
    const { year, month, day: ofMonth } = wanted;
    if (found?.year === year && found.month === month && found.day === ofMonth) return date;
  }
  return null;
}

/** 16 July 622 of the Julian calendar: the first day of the civil calendar. */
const firstDay = dayNumberOf('0622-07-19');

const intlNames = { umm_al_qura: 'islamic-umalqura', civil: 'islamic-civil' } as const;
const numbers = new Map<keyof typeof intlNames, Intl.DateTimeFormat>();

function dateByIntl(dayNumber: number, calendar: keyof typeof intlNames): SecondDate {
  let format = numbers.get(calendar);
  if (!format) {
    const options = { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' } as const;
    format = new Intl.DateTimeFormat(`en-u-ca-${intlNames[calendar]}-nu-latn`, options);
    numbers.set(calendar, format);
  }
  const parts = format.formatToParts(dayNumber * daysMs);
  const number = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return { year: number('year'), month: number('month'), day: number('day') };
}
