type Calendar = 'none' | 'hijri';

// Umm al-Qura: as it is printed in Saudi Arabia; other places see the moon on another evening.
const hijri = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB-u-ca-islamic-umalqura', { ...options, timeZone: 'UTC' });

/** A date in the organisation's second calendar, if it has one. */
export function showSecondDate(date: string, calendar: Calendar): string | undefined {
  if (calendar === 'none') return undefined;
  const format = hijri({ day: 'numeric', month: 'long', year: 'numeric' });
  return format.format(Date.parse(`${date}T00:00:00Z`));
}

/** The months of the second calendar that a month reaches over. */
export function showSecondMonths(
  year: number,
  month: number,
  calendar: Calendar,
): string | undefined {
  if (calendar === 'none') return undefined;
  const format = hijri({ month: 'long', year: 'numeric' });
  const names = [Date.UTC(year, month - 1, 1), Date.UTC(year, month, 0)].map((at) =>
    format.format(at),
  );
  return Array.from(new Set(names)).join(' – ');
}
