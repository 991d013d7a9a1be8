import i18next from 'i18next';
import { addDays } from './dates.ts';
import { fromTo, isFromRight } from './direction.ts';

type DateStyle = 'short' | 'long' | 'weekday' | 'day';

const styles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'short' },
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long' },
};

let locale = 'en-GB';

/** Sets the language that dates are written in; plain English is that of Britain. */
export function writeDatesIn(language: string): void {
  locale = language === 'en' ? 'en-GB' : language;
}

let zone = 'UTC';

/** Sets the zone of times that say no other: the organisation's. */
export function readTimesIn(timeZone: string): void {
  zone = timeZone;
}

/** The zone of times that say no other. */
export const zoneOfTimes = () => zone;

/** What dates are written in: language, Latin digits. */
export const dateLocale = () => `${locale}-u-nu-latn`;

// Digits are the same everywhere: Intl writes plain `ar` with those of "18:00", so `ar-EG` has them too.
const shower = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { numberingSystem: 'latn', hourCycle: 'h23', ...options });

/** A date ("2026-11-20") for reading. */
export function showDate(date: string, style: DateStyle = 'short'): string {
  return shower({ ...styles[style], timeZone: 'UTC' }).format(Date.parse(`${date}T00:00:00Z`));
}

export function showMonth(year: number, month: number): string {
  return shower({ month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, 1),
  );
}

/** Two dates as one span, without repeating what they share. */
export function showDates(start: string, end: string): string {
  const format = shower({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  return format.formatRange(Date.parse(`${start}T00:00:00Z`), Date.parse(`${end}T00:00:00Z`));
}

/** Things after each other, with the comma of the language: "Fri 20 Nov, 18:00–22:00". */
export function joined(...parts: readonly string[]): string {
  return parts.reduce((one, other) => i18next.t('lib:joined', { one, other }));
}

/** An instant as date and time in a zone. */
export function showInstant(instant: string, timeZone?: string): string {
  return shower({
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    ...(timeZone ? { timeZone } : {}),
  }).format(Date.parse(instant));
}

/** An instant with its year, for what may be long ago: "20 Nov 2026, 09:00". */
export function showMoment(instant: string, timeZone: string): string {
  return shower({ timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(Date.parse(instant));
}

/** From one instant to another in a zone: the dates only when they differ. */
export function showInstants(from: string, to: string, timeZone: string): string {
  const time = shower({ hour: '2-digit', minute: '2-digit', timeZone });
  const withDate = shower({ weekday: 'short', hour: '2-digit', minute: '2-digit', timeZone });
  const day = shower({ dateStyle: 'short', timeZone });
  const sameDay = day.format(Date.parse(from)) === day.format(Date.parse(to));
  return fromTo(time.format(Date.parse(from)), (sameDay ? time : withDate).format(Date.parse(to)));
}

/** What a day of the week is called, Monday 1 to Sunday 7. */
export function showWeekday(day: number, style: 'long' | 'short' | 'narrow' = 'long'): string {
  return shower({ weekday: style, timeZone: 'UTC' }).format(Date.UTC(2024, 0, day));
}

/** "18:00:00" as "18:00". */
export function showTime(time: string): string {
  return time.slice(0, 5);
}

type Span = { start_time: string; end_time: string; overnight?: boolean };

/** "22:00–06:00 +1": from when to when, and whether it ends on the next day. */
export function showSpan({ start_time, end_time, overnight }: Span): string {
  const [start, end] = [showTime(start_time), showTime(end_time)];
  if (!overnight) return fromTo(start, end);
  // The sign stays before its number.
  return isFromRight() ? fromTo(start, `${end} \u200e+1`) : `${fromTo(start, end)} +1`;
}

/** "Fri 20 Nov, 18:00–22:00": a date and from when to when. */
export function showDateSpan(span: Span & { date: string }, style: DateStyle = 'short'): string {
  return i18next.t('lib:dateSpan', { date: showDate(span.date, style), span: showSpan(span) });
}

/** The same for a screen reader, with the next day named. */
export function saySpan(span: Span & { date: string }): string {
  const times = { start: showTime(span.start_time), end: showTime(span.end_time) };
  if (!span.overnight) return i18next.t('lib:spanSaid', times);
  return i18next.t('lib:spanSaidOvernight', { ...times, date: showDate(addDays(span.date, 1)) });
}

/** Hours as the server sends them, "7.50", as "7.5 h". Text to text: hours are never floats. */
export function showHours(hours: string): string {
  return i18next.t('lib:hours', { hours: hours.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '') });
}

/** Minutes as "7 h 30 min". */
export function showMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return i18next.t('lib:minutes', { minutes: rest });
  if (rest === 0) return i18next.t('lib:hours', { hours });
  return i18next.t('lib:hoursAndMinutes', { hours, minutes: rest });
}

/** Minor units of a currency as money: 1050 of EUR is "€10.50". */
export function showMoney(amount: number, currency: string): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    numberingSystem: 'latn',
  });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** Words as one list: "Mon, Tue and Wed", or with "or". */
export function showList(words: readonly string[], join: 'and' | 'or' = 'and'): string {
  const type = join === 'and' ? 'conjunction' : 'disjunction';
  return new Intl.ListFormat(locale, { type }).format(words);
}
