import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from './time.ts';
import {
  clockOf,
  dayNumber,
  gapsIn,
  minuteOf,
  skippedOn,
  type WallMinutes,
  wallMinutes,
} from './wall-minutes.ts';

const day = (date: string) => dayNumber(date) * 1_440;

describe('the line of minutes', () => {
  test.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['1970-01-02', 1],
    ['2028-03-01', 21_244],
  ])('%s is day %i', (date, number) => expect(dayNumber(date)).toBe(number));

  test('a span of a date; overnight ends on the next', () => {
    const at = day('2026-11-20');
    const span = (start: string, end: string, overnight = false) => {
      const { from, until } = wallMinutes('2026-11-20', start, end, overnight);
      return [from - at, until - at];
    };
    expect(span('06:00:00', '09:30:00')).toEqual([360, 570]);
    expect(span('22:00', '06:00', true)).toEqual([1_320, 1_800]);
    expect(span('22:00', '00:00', true)).toEqual([1_320, 1_440]);
    expect(minuteOf('23:59:00')).toBe(1_439);
    expect(clockOf(at + 1_439)).toBe('23:59:00');
    expect(clockOf(at + 1_440)).toBe('00:00:00');
  });
});

describe('skipped minutes', () => {
  test.each([
    ['Europe/Berlin', '2026-03-29', 120, 180],
    ['Europe/London', '2026-03-29', 60, 120],
    ['America/New_York', '2026-03-08', 120, 180],
    ['America/Santiago', '2026-09-06', 0, 60],
    ['Australia/Lord_Howe', '2026-10-04', 120, 150],
  ])('%s on %s', (zone, date, from, until) => {
    const at = day(date);
    expect(skippedOn(date, zone)).toEqual({ from: at + from, until: at + until });
  });

  test.each([
    ['Europe/Berlin', '2026-10-25'],
    ['Europe/Berlin', '2026-03-28'],
    ['Europe/Berlin', '2026-03-30'],
    ['America/Santiago', '2026-09-05'],
    ['UTC', '2026-03-29'],
    ['Asia/Kolkata', '2026-03-29'],
  ])('none in %s on %s', (zone, date) => expect(skippedOn(date, zone)).toBeNull());
});

describe('gaps', () => {
  const span = { from: 100, until: 200 };
  const gaps = (...taken: [number, number][]) =>
    gapsIn(
      span,
      taken.map(([from, until]) => ({ from, until })),
    ).map(({ from, until }) => [from, until]);

  test.each<[string, [number, number][], number[][]]>([
    ['nobody', [], [[100, 200]]],
    ['one over all of it', [[50, 250]], []],
    ['exactly', [[100, 200]], []],
    [
      'two that touch',
      [
        [150, 200],
        [100, 150],
      ],
      [],
    ],
    [
      'two with a minute between',
      [
        [100, 150],
        [151, 200],
      ],
      [[150, 151]],
    ],
    [
      'the middle',
      [[120, 180]],
      [
        [100, 120],
        [180, 200],
      ],
    ],
    [
      'one that only touches',
      [
        [0, 100],
        [200, 300],
      ],
      [[100, 200]],
    ],
    [
      'one inside another',
      [
        [100, 190],
        [110, 120],
      ],
      [[190, 200]],
    ],
  ])('%s', (_what, taken, left) => expect(gaps(...taken)).toEqual(left));
});

/** Both daylight-saving nights of three zones, and the days around them. */
const changes = [
  ['Europe/London', '2026-03-29'],
  ['Europe/London', '2026-10-25'],
  ['Europe/Berlin', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25'],
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
] as const;

const clock = (minute: number) => clockOf(minute).slice(0, 5);
const anyWindow = fc
  .tuple(fc.integer({ min: 0, max: 1_439 }), fc.integer({ min: 0, max: 1_439 }))
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({ start: clock(Math.min(a, b)), end: clock(Math.max(a, b)) }));
const anyShift = fc.record({
  days: fc.integer({ min: -1, max: 0 }),
  start: fc.integer({ min: 0, max: 1_439 }),
  length: fc.integer({ min: 1, max: 1_440 }),
});

/** Epoch minute of a wall-clock time by Temporal alone; one that spring skips is the moment of the skip. */
function instantMinute(date: string, minute: number, zone: string): number {
  const local = Temporal.PlainDate.from(date).toPlainDateTime().add({ minutes: minute });
  const at = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const skipped = !at.toPlainDateTime().equals(local);
  const meant = skipped ? at.getTimeZoneTransition('next') : at;
  return (meant as Temporal.ZonedDateTime).epochMilliseconds / 60_000;
}

test('coverage by wall minutes is coverage by instants, around both nights of three zones', () => {
  let covered = 0;
  let skipped = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...changes),
      anyWindow,
      fc.array(anyShift, { maxLength: 6 }),
      ([zone, date], window, shifts) => {
        const real = shifts.filter(({ days, start, length }) => {
          const on = addDays(date, days);
          return [start, start + length].every((minute) => !isSkippedMinute(on, minute, zone));
        });
        const wall = real.map(({ days, start, length }) => {
          const from = day(addDays(date, days)) + start;
          return { from, until: from + length };
        });
        const skip = skippedOn(date, zone);
        const span = wallMinutes(date, window.start, window.end);
        const gaps = gapsIn(span, skip ? [...wall, skip] : wall);

        const instants = real.map(({ days, start, length }) => ({
          from: instantMinute(addDays(date, days), start, zone),
          until: instantMinute(addDays(date, days), start + length, zone),
        }));
        const uncovered = new Set<number>();
        const until = instantMinute(date, minuteOf(window.end), zone);
        for (let at = instantMinute(date, minuteOf(window.start), zone); at < until; at += 1) {
          if (!instants.some((one) => one.from <= at && at < one.until)) uncovered.add(at);
        }
        expect(minutesOf(gaps, date, zone)).toEqual([...uncovered]);
        if (gaps.length === 0) covered += 1;
        if (real.length < shifts.length) skipped += 1;
      },
    ),
    { numRuns: 1_500 },
  );
  expect(covered).toBeGreaterThan(50);
  expect(skipped).toBeGreaterThan(20);
});

function isSkippedMinute(date: string, minute: number, zone: string): boolean {
  const local = Temporal.PlainDate.from(date).toPlainDateTime().add({ minutes: minute });
  return !local.toZonedDateTime(zone).toPlainDateTime().equals(local);
}

/** The epoch minutes of wall-clock gaps, in order. */
function minutesOf(gaps: readonly WallMinutes[], date: string, zone: string): number[] {
  return gaps.flatMap(({ from, until }) => {
    const begin = instantMinute(date, from - day(date), zone);
    const end = instantMinute(date, until - day(date), zone);
    return Array.from({ length: end - begin }, (_, i) => begin + i);
  });
}
