import {
  dateOfDayNumber,
  dayNumberOf,
  type SecondCalendarChoice,
  type SecondDate,
  secondDateOf,
} from './second-calendar.ts';

/** `10 Jumada II 1448 AH`, as the locale writes it; undefined without a second calendar. */
export function showSecondDate(
  date: string,
  choice: SecondCalendarChoice,
  locale = 'en-GB',
): string | undefined {
  const second = secondDateOf(date, choice);
  return second ? show(second, 'date', locale) : undefined;
}

/** `10 Jumada II`: where the year stands elsewhere. */
export function showSecondDay(
  date: string,
  choice: SecondCalendarChoice,
  locale = 'en-GB',
): string | undefined {
  const second = secondDateOf(date, choice);
  return second ? show(second, 'day', locale) : undefined;
}

/** The months of the second calendar that a month reaches over: `Jumada I 1448 AH – Jumada II 1448 AH`. */
export function showSecondMonths(
  year: number,
  month: number,
  choice: SecondCalendarChoice,
  locale = 'en-GB',
): string | undefined {
  const first = `${year}-${pad(month)}-01`;
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${pad(month + 1)}-01`;
  const last = dateOfDayNumber(dayNumberOf(next) - 1);
  const shown = [first, last].flatMap((date) => {
    const second = secondDateOf(date, choice);
    return second ? [show(second, 'month', locale)] : [];
  });
  return shown.length > 0 ? [...new Set(shown)].join(' – ') : undefined;
}

const pad = (number: number) => String(number).padStart(2, '0');

/**
 * Writes numbers into what `Intl` makes of a day in the same month of the civil calendar: it has the
 * names of the months and their order in each language, and the Misri calendar has the same months.
 */
type What = 'date' | 'day' | 'month';

function show({ year, month, day }: SecondDate, what: What, locale: string): string {
  const { format, number } = formatsOf(what, locale);
  const inMonth = civilDays[month - 1] ?? 0;
  return format
    .formatToParts(inMonth * 86_400_000)
    .map(({ type, value }) => {
      if (type === 'day') return number.format(day);
      return type === 'year' ? number.format(year) : value;
    })
    .join('');
}

/** A day in each month of a year of the civil calendar. */
const civilDays = Array.from({ length: 12 }, (_, month) => {
  // 1 Muharram 1448 of the civil calendar.
  const first = dayNumberOf('2026-06-17');
  return first + Math.ceil(month * 29.5) + 14;
});

type Formats = { format: Intl.DateTimeFormat; number: Intl.NumberFormat };
const formats = new Map<string, Formats>();

function formatsOf(what: What, locale: string): Formats {
  const key = `${what} ${locale}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale, {
    month: 'long',
    timeZone: 'UTC',
    ...(what !== 'day' && { year: 'numeric' }),
    ...(what !== 'month' && { day: 'numeric' }),
    calendar: 'islamic-civil',
  });
  const made = { format, number: new Intl.NumberFormat(locale, { useGrouping: false }) };
  formats.set(key, made);
  return made;
}
