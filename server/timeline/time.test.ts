import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  clocksOf,
  dateAt,
  datesBetween,
  deriveSpan,
  hoursText,
  instantOf,
  isSkipped,
  mondayOf,
  mondayOfWeek,
  type Span,
  spanOf,
  weekOf,
  withSeconds,
} from './time.ts';

const london = 'Europe/London';
const berlin = 'Europe/Berlin';
const newYork = 'America/New_York';

function derive(
  date: string,
  startTime: string,
  endTime: string,
  overnight = false,
  zone = london,
) {
  return deriveSpan({ date, startTime, endTime, overnight }, zone);
}

describe('a night from 22:00 to 06:00', () => {
  test.each([
    [london, '2026-11-20', 480],
    [london, '2026-03-28', 420],
    [london, '2026-10-24', 540],
    [berlin, '2026-11-20', 480],
    [berlin, '2026-03-28', 420],
    [berlin, '2026-10-24', 540],
    [newYork, '2026-11-20', 480],
    [newYork, '2026-03-07', 420],
    [newYork, '2026-10-31', 540],
  ])('in %s from %s lasts %i minutes', (zone, date, minutes) => {
    expect(derive(date, '22:00', '06:00', true, zone)).toMatchObject({ minutes });
  });

  test('keeps what was meant beside the instants', () => {
    expect(derive('2026-10-24', '22:00', '06:00', true, berlin)).toEqual({
      date: '2026-10-24',
      startTime: '22:00:00',
      endTime: '06:00:00',
      overnight: true,
      zone: berlin,
      tzVersion: process.versions.tz,
      startsAt: '2026-10-24T20:00:00Z',
      endsAt: '2026-10-25T05:00:00Z',
      localStart: '2026-10-24T22:00:00',
      localEnd: '2026-10-25T06:00:00',
      minutes: 540,
    });
  });
});

describe('times that the clocks skip in spring', () => {
  test.each([
    [berlin, '2026-03-29', '02:30', '04:00', false, 'start_time'],
    [berlin, '2026-03-29', '02:00', '04:00', false, 'start_time'],
    [berlin, '2026-03-29', '00:00', '02:59', false, 'end_time'],
    [berlin, '2026-03-28', '22:00', '02:30', true, 'end_time'],
    [berlin, '2026-03-29', '02:15', '02:45', false, 'start_time'],
    [london, '2026-03-29', '01:30', '05:00', false, 'start_time'],
    [newYork, '2026-03-08', '02:30', '05:00', false, 'start_time'],
    ['America/Santiago', '2026-09-06', '00:30', '05:00', false, 'start_time'],
  ])('in %s on %s %s–%s: refused by the field', (zone, date, start, end, overnight, field) => {
    const refused = derive(date, start, end, overnight, zone);
    expect(refused).toMatchObject({
      status: 400,
      code: 'nonexistent_local_time',
      facts: { errors: { [field]: [expect.stringContaining('the clocks go forward')] } },
    });
  });

  test.each([
    ['01:59', '03:00', 1],
    ['01:30', '03:30', 60],
    ['03:00', '04:00', 60],
  ])('%s–%s in Berlin lies beside the gap and is fine', (start, end, minutes) => {
    expect(derive('2026-03-29', start, end, false, berlin)).toMatchObject({ minutes });
  });
});

describe('times that the clocks show twice in autumn', () => {
  test('mean the earlier one', () => {
    expect(derive('2026-10-25', '02:15', '02:45', false, berlin)).toMatchObject({
      startsAt: '2026-10-25T00:15:00Z',
      endsAt: '2026-10-25T00:45:00Z',
      minutes: 30,
    });
    expect(derive('2026-10-25', '02:15', '03:00', false, berlin)).toMatchObject({ minutes: 105 });
    expect(derive('2026-11-01', '01:30', '03:00', false, newYork)).toMatchObject({
      startsAt: '2026-11-01T05:30:00Z',
      minutes: 150,
    });
  });
});

describe('ends', () => {
  test.each([
    ['zero length', '09:00', '09:00', false],
    ['reversed', '09:00', '08:59', false],
    ['overnight for more than a day', '09:00', '09:01', true],
  ])('%s: refused on end_time', (_what, start, end, overnight) => {
    const refused = derive('2026-11-20', start, end, overnight);
    expect(refused).toMatchObject({ status: 400, code: 'invalid' });
    expect(refused).toHaveProperty('facts.errors.end_time');
  });

  test.each([
    ['the shortest', '09:00', '09:01', false, 1],
    ['until midnight', '21:00', '00:00', true, 180],
    ['a whole day round', '09:00', '09:00', true, 1_440],
  ])('%s is fine', (_what, start, end, overnight, minutes) => {
    expect(derive('2026-11-20', start, end, overnight)).toMatchObject({ minutes });
  });

  test('spanOf throws what deriveSpan returns', () => {
    const wall = { date: '2026-11-20', startTime: '09:00', endTime: '08:00', overnight: false };
    expect(() => spanOf(wall, london)).toThrowError(
      expect.objectContaining({ status: 400, code: 'invalid' }),
    );
  });
});

const dates = fc.integer({ min: 0, max: 3 * 366 }).map((days) => addDays('2026-01-01', days));
const zones = fc.constantFrom(london, berlin, newYork, 'Asia/Kathmandu', 'Australia/Lord_Howe');
const minuteOfDay = fc.integer({ min: 0, max: 1_439 });
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

test('a span that is taken lasts as long as the clocks run, and never less than a minute', () => {
  const anySpan = fc.tuple(dates, minuteOfDay, minuteOfDay, fc.boolean(), zones);
  fc.assert(
    fc.property(anySpan, ([date, from, until, overnight, zone]) => {
      const span = derive(date, clock(from), clock(until), overnight, zone);
      if ('code' in span) return;
      const offsetOf = (at: string) =>
        Temporal.Instant.from(at).toZonedDateTimeISO(zone).offsetNanoseconds / 60e9;
      const shown = until - from + (overnight ? 1_440 : 0);
      expect(span.minutes).toBe(shown - offsetOf(span.endsAt) + offsetOf(span.startsAt));
      expect(span.minutes).toBeGreaterThanOrEqual(1);
      expect(span.startsAt < span.endsAt).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('instants show the wall-clock times that were meant', () => {
  fc.assert(
    fc.property(dates, minuteOfDay, zones, (date, minute, zone) => {
      const local = `${date}T${clock(minute)}:00`;
      const shown = instantOf(local, zone).toZonedDateTimeISO(zone).toPlainDateTime();
      const meant = Temporal.PlainDateTime.from(local);
      expect(isSkipped(local, zone)).toBe(!shown.equals(meant));
      if (isSkipped(local, zone)) {
        expect(Temporal.PlainDateTime.compare(shown, meant)).toBe(1);
      }
    }),
    { numRuns: 2_000 },
  );
});

describe('ISO weeks', () => {
  test.each([
    ['2026-11-20', '2026-W47', '2026-11-16'],
    ['2026-01-01', '2026-W01', '2025-12-29'],
    ['2025-12-29', '2026-W01', '2025-12-29'],
    ['2027-01-01', '2026-W53', '2026-12-28'],
    ['2027-01-03', '2026-W53', '2026-12-28'],
    ['2027-01-04', '2027-W01', '2027-01-04'],
    ['2021-01-03', '2020-W53', '2020-12-28'],
    ['2020-12-31', '2020-W53', '2020-12-28'],
    ['2028-02-29', '2028-W09', '2028-02-28'],
    ['2024-12-30', '2025-W01', '2024-12-30'],
  ])('%s lies in %s, which begins on %s', (date, week, monday) => {
    expect(weekOf(date)).toBe(week);
    expect(mondayOf(date)).toBe(monday);
    expect(mondayOfWeek(week)).toBe(monday);
  });

  test.each(['2025-W53', '2027-W53', '2026-W54', '2026-W00', '2026-W99', '2026-47', ''])(
    'there is no week %j',
    (week) => expect(mondayOfWeek(week)).toBeNull(),
  );

  test('every date lies in the week that its Monday begins', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const monday = mondayOf(date);
        expect(mondayOfWeek(weekOf(date))).toBe(monday);
        expect(monday <= date && date <= addDays(monday, 6)).toBe(true);
      }),
    );
  });
});

describe('dates', () => {
  test.each([
    ['2028-02-28', 1, '2028-02-29'],
    ['2028-02-29', 1, '2028-03-01'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2026-04-30', 1, '2026-05-01'],
  ])('%s and %i days: %s', (date, days, then) => expect(addDays(date, days)).toBe(then));

  test('datesBetween has both ends, over a leap day', () => {
    const days = ['2028-02-27', '2028-02-28', '2028-02-29', '2028-03-01'];
    expect(datesBetween('2028-02-27', '2028-03-01')).toEqual(days);
    expect(datesBetween('2026-03-29', '2026-03-29')).toEqual(['2026-03-29']);
    expect(datesBetween('2026-03-29', '2026-03-28')).toEqual([]);
  });

  test('an instant has the date and the clock of the zone', () => {
    const late = Temporal.Instant.from('2026-11-20T23:30:00Z');
    expect(dateAt(late, london)).toBe('2026-11-20');
    expect(dateAt(late, berlin)).toBe('2026-11-21');
    expect(clocksOf('2026-11-20T05:30:00Z', '2026-11-20T08:00:00Z', berlin)).toBe(
      '06:30 to 09:00 on 2026-11-20',
    );
    expect(clocksOf('2026-11-20T21:00:00Z', '2026-11-20T23:30:00Z', berlin)).toBe(
      '22:00 on 2026-11-20 to 00:30 on 2026-11-21',
    );
    expect(withSeconds('18:00')).toBe('18:00:00');
    expect(withSeconds('18:00:00')).toBe('18:00:00');
  });
});

test('hours are exact to the hundredth for every minute up to fifty hours', () => {
  for (let minutes = 0; minutes <= 3_000; minutes += 1) {
    const [whole, hundredths] = hoursText(minutes).split('.');
    expect(hundredths).toMatch(/^\d\d$/);
    // In whole numbers: off by at most half a hundredth of an hour, which is 0.3 minutes.
    const off = minutes * 10 - (Number(whole) * 600 + Number(hundredths) * 6);
    expect(Math.abs(off)).toBeLessThanOrEqual(3);
  }
  expect([0, 1, 10, 20, 450, 2_400].map(hoursText)).toEqual([
    ...['0.00', '0.02', '0.17', '0.33', '7.50', '40.00'],
  ]);
});

test('spans that touch share no instant', () => {
  const first = derive('2026-11-20', '08:00', '12:00') as Span;
  const second = derive('2026-11-20', '12:00', '16:00') as Span;
  const night = derive('2026-11-20', '22:00', '06:00', true) as Span;
  const morning = derive('2026-11-21', '06:00', '09:00') as Span;
  expect(first.endsAt).toBe(second.startsAt);
  expect(night.endsAt).toBe(morning.startsAt);
});
