import { describe, expect, test } from 'vitest';
import {
  dateOfDayNumber,
  dateOfSecond,
  dayNumberOf,
  secondCalendars,
  secondDateOf,
} from './second-calendar.ts';
import { showSecondDate, showSecondDay, showSecondMonths } from './show-second-date.ts';

const calendars = secondCalendars.filter((name) => name !== 'none');
const days = Array.from({ length: 73_414 }, (_, day) => dayNumberOf('1900-01-01') + day);

test.each(calendars)(
  '%s: every day from 1900 to 2100 there and back, each the day after',
  (name) => {
    const choice = { calendar: name, offsetDays: 0 };
    let before = secondDateOf('1899-12-31', choice);
    const wrong = days.filter((day) => {
      const date = dateOfDayNumber(day);
      const second = secondDateOf(date, choice);
      if (!second || !before || dateOfSecond(second, choice) !== date) return true;
      const isNext =
        second.day === before.day + 1
          ? second.month === before.month && second.year === before.year
          : second.day === 1 &&
            before.day >= 29 &&
            second.month === (before.month % 12) + 1 &&
            second.year === before.year + (before.month === 12 ? 1 : 0);
      before = second;
      return !isNext || second.day > 30 || second.month > 12;
    });
    expect(wrong).toEqual([]);
  },
);

test('the civil calendar is that of Temporal', () => {
  for (const day of days.filter((_, n) => n % 29 === 0)) {
    const date = dateOfDayNumber(day);
    const reference = Temporal.PlainDate.from(date).withCalendar('islamic-civil');
    const { year, month, day: ofMonth } = reference;
    const choice = { calendar: 'civil', offsetDays: 0 } as const;
    expect(secondDateOf(date, choice)).toEqual({ year, month, day: ofMonth });
  }
});

describe('Misri', () => {
  const misri = { calendar: 'misri', offsetDays: 0 } as const;

  test.each([
    // mygulamali/mumineen_calendar_js, its own test.
    ['2011-03-25', { year: 1432, month: 4, day: 20 }],
    // Eid al-Fitr as the Dawoodi Bohras kept it: Free Press Journal, Mumbai, 1 May 2022 and 21 April
    // 2023; The Nation, Karachi, 10 April 2024.
    ['2022-05-02', { year: 1443, month: 10, day: 1 }],
    ['2023-04-21', { year: 1444, month: 10, day: 1 }],
    ['2024-04-09', { year: 1445, month: 10, day: 1 }],
    // The first day there is.
    ['0622-07-18', { year: 1, month: 1, day: 1 }],
  ])('%s', (date, second) => {
    expect(secondDateOf(date, misri)).toEqual(second);
    expect(dateOfSecond(second, misri)).toBe(date);
  });

  test('the last month has 30 days in eleven years of thirty, and only then', () => {
    const long = Array.from({ length: 30 }, (_, n) => 1441 + n).filter(
      (year) => dateOfSecond({ year, month: 12, day: 30 }, misri) !== null,
    );
    expect(long.map((year) => year % 30)).toEqual([2, 5, 8, 10, 13, 16, 19, 21, 24, 27, 29]);
  });
});

test('Umm al-Qura as Saudi Arabia printed it', () => {
  // Published beside the prayer times of Makkah (ummulqura.org.sa).
  const at = (date: string) => secondDateOf(date, { calendar: 'umm_al_qura', offsetDays: 0 });
  expect(at('2016-01-05')).toEqual({ year: 1437, month: 3, day: 25 });
  expect(at('2016-08-02')).toEqual({ year: 1437, month: 10, day: 28 });
  expect(at('2016-12-04')).toEqual({ year: 1438, month: 3, day: 5 });
});

test('moved by days: where the moon was seen a day later, it is a day earlier there', () => {
  for (const calendar of calendars) {
    for (const offsetDays of [-2, -1, 1, 2]) {
      const plain = { calendar, offsetDays: 0 };
      const moved = { calendar, offsetDays };
      const [date, later] = ['2027-02-08', dateOfDayNumber(dayNumberOf('2027-02-08') + offsetDays)];
      expect(secondDateOf(date, moved)).toEqual(secondDateOf(later, plain));
      const second = secondDateOf(date, moved);
      expect(second && dateOfSecond(second, moved)).toBe(date);
    }
  }
});

test('a day that a month has not is no date', () => {
  const choice = { calendar: 'civil', offsetDays: 0 } as const;
  expect(dateOfSecond({ year: 1448, month: 2, day: 30 }, choice)).toBeNull();
  expect(dateOfSecond({ year: 1448, month: 13, day: 1 }, choice)).toBeNull();
});

describe('written', () => {
  const misri = { calendar: 'misri', offsetDays: 0 } as const;

  test.each([
    ['en-GB', '11 Jumada II 1448 AH'],
    ['fil', 'Jumada II 11, 1448 AH'],
    ['ar', '11 جمادى الآخرة 1448 هـ'],
    ['ar-EG', '١١ جمادى الآخرة ١٤٤٨ هـ'],
  ])('as %s writes it', (locale, text) => {
    expect(showSecondDate('2026-11-20', misri, locale)).toBe(text);
  });

  test('in a list of dates without the year', () => {
    expect(showSecondDay('2026-11-20', misri)).toBe('11 Jumada II');
    expect(showSecondDay('2026-11-20', { calendar: 'none', offsetDays: 0 })).toBeUndefined();
  });

  test('every day as Intl writes it, where Intl knows the calendar', () => {
    for (const [calendar, name] of [
      ['umm_al_qura', 'islamic-umalqura'],
      ['civil', 'islamic-civil'],
    ] as const) {
      const format = new Intl.DateTimeFormat(`en-GB-u-ca-${name}`, {
        ...({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const),
      });
      for (let day = dayNumberOf('2026-01-01'); day < dayNumberOf('2028-01-01'); day += 1) {
        const choice = { calendar, offsetDays: 0 };
        const text = format.format(day * 86_400_000);
        expect(showSecondDate(dateOfDayNumber(day), choice)).toBe(text);
      }
    }
  });

  test('the months that a month reaches over', () => {
    const choice = { calendar: 'umm_al_qura', offsetDays: 0 } as const;
    expect(showSecondMonths(2026, 11, choice)).toBe('Jumada I 1448 AH – Jumada II 1448 AH');
    expect(showSecondMonths(2026, 12, choice)).toBe('Jumada II 1448 AH – Rajab 1448 AH');
  });

  test('nothing without a second calendar', () => {
    const none = { calendar: 'none', offsetDays: 0 } as const;
    expect(showSecondDate('2026-11-20', none)).toBeUndefined();
    expect(showSecondMonths(2026, 11, none)).toBeUndefined();
  });
});
