import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, clockOf, wallMinutes } from '../timeline/module.ts';
import {
  type Covering,
  coverOf,
  dayCoverage,
  shiftsOn,
  statusOf,
  type Window,
  windowCoverage,
  windowsOn,
} from './coverage.ts';

const date = '2026-11-20';
const zone = 'Europe/London';
const morning = windowOf('morning', '06:00:00', '09:00:00');
const evening = windowOf('evening', '21:00:00', '22:00:00');

function windowOf(slug: string, start_time: string, end_time: string): Window {
  const times = { start_time, end_time, effective_from: '1970-01-01', effective_until: null };
  return { slug, name: slug, ...times };
}

function shift(start: string, end: string, overnight = false, on = date): Covering {
  return { date: on, start_time: `${start}:00`, end_time: `${end}:00`, overnight };
}

const coverage = (shifts: Covering[], windows = [morning, evening], on = date, in_ = zone) =>
  dayCoverage(on, windows, coverOf(shifts), in_);

describe('a day', () => {
  test.each<[string, Covering[], object]>([
    ['nobody', [], { status: 'none', morning_covered: false, evening_covered: false }],
    ['only the morning', [shift('06:00', '09:00')], { status: 'partial', morning_covered: true }],
    ['one minute short', [shift('06:00', '08:59')], { status: 'none', morning_covered: false }],
    ['from a minute late', [shift('06:01', '09:00')], { morning_covered: false }],
    ['longer than needed', [shift('05:00', '23:00')], { status: 'complete' }],
    [
      'two that touch',
      [shift('06:00', '07:30'), shift('07:30', '09:00')],
      { morning_covered: true },
    ],
    [
      'two with a minute between',
      [shift('06:00', '07:30'), shift('07:31', '09:00')],
      { morning_covered: false },
    ],
    [
      'the end of a night and one more',
      [shift('22:00', '07:00', true, '2026-11-19'), shift('07:00', '09:00')],
      { morning_covered: true },
    ],
    [
      'a night that begins in the evening',
      [shift('21:00', '05:00', true)],
      { status: 'partial', evening_covered: true, morning_covered: false },
    ],
    [
      'the morning of another day',
      [shift('06:00', '09:00', false, '2026-11-19')],
      { status: 'none' },
    ],
    [
      'a night of two days before',
      [shift('22:00', '09:00', true, '2026-11-18')],
      { status: 'none' },
    ],
  ])('%s', (_what, shifts, expected) => expect(coverage(shifts)).toMatchObject(expected));

  test('gaps are what is left, as times', () => {
    const { windows } = coverage([shift('06:30', '07:00'), shift('08:00', '08:45')]);
    expect(windows[0]?.gaps).toEqual([
      { start_time: '06:00:00', end_time: '06:30:00' },
      { start_time: '07:00:00', end_time: '08:00:00' },
      { start_time: '08:45:00', end_time: '09:00:00' },
    ]);
    expect(windows[1]?.gaps).toEqual([{ start_time: '21:00:00', end_time: '22:00:00' }]);
  });

  test('without windows there is nothing to cover', () => {
    expect(coverage([], [])).toEqual({ status: 'complete', windows: [] });
  });

  test('minutes that spring skips need nobody', () => {
    const spring = '2026-03-29';
    const night = windowOf('night', '00:00:00', '04:00:00');
    const shifts = [shift('00:00', '01:00', false, spring), shift('02:00', '04:00', false, spring)];
    expect(coverage(shifts, [night], spring, 'Europe/London').status).toBe('complete');
    expect(coverage(shifts, [night], spring, 'UTC').windows[0]?.gaps).toEqual([
      { start_time: '01:00:00', end_time: '02:00:00' },
    ]);
    const [first] = shifts;
    expect(coverage(first ? [first] : [], [night], spring).windows[0]?.gaps).toEqual([
      { start_time: '02:00:00', end_time: '04:00:00' },
    ]);
  });
});

test('a window counts on the dates from which and until which it is in effect', () => {
  const bounded = { ...morning, effective_from: '2026-11-20', effective_until: '2026-11-22' };
  const on = (day: string) => windowsOn([bounded], day).length;
  const days = ['2026-11-19', '2026-11-20', '2026-11-22', '2026-11-23'];
  expect(days.map(on)).toEqual([0, 1, 1, 0]);
});

test.each([
  [[], 'complete'],
  [[true], 'complete'],
  [[false], 'none'],
  [[true, true], 'complete'],
  [[true, false], 'partial'],
  [[false, false], 'none'],
] as const)('windows covered %j: %s', (covered, status) => {
  expect(statusOf(covered.map((one) => ({ covered: one })))).toBe(status);
});

/** A window cut at some minutes: its pieces cover it, each of them needed. */
const cutWindow = fc
  .tuple(
    fc.integer({ min: 0, max: 1_300 }),
    fc.uniqueArray(fc.integer({ min: 1, max: 138 }), { minLength: 0, maxLength: 5 }),
  )
  .map(([start, cuts]) => {
    const edges = [0, ...cuts.toSorted((a, b) => a - b), 139].map((cut) => start + cut);
    const pieces = edges.slice(1).map((until, i) => shift(clock(edges[i] as number), clock(until)));
    const window = windowOf('window', `${clock(start)}:00`, `${clock(start + 139)}:00`);
    return { window, pieces };
  });

function clock(minute: number): string {
  return clockOf(minute).slice(0, 5);
}

test('adjoining shifts cover a window in any order; without any one of them it is open there', () => {
  fc.assert(
    fc.property(
      cutWindow,
      fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
      ({ window, pieces }, order) => {
        const shuffled = pieces.toSorted((a, b) => rank(a) - rank(b));
        function rank(piece: Covering): number {
          return order[pieces.indexOf(piece)] ?? 0;
        }
        expect(coverage(shuffled, [window])).toMatchObject({ status: 'complete' });
        for (const missing of pieces) {
          const others = shuffled.filter((piece) => piece !== missing);
          const { windows } = coverage(others, [window]);
          const { start_time, end_time } = missing;
          expect(windows[0]).toMatchObject({ covered: false, gaps: [{ start_time, end_time }] });
        }
      },
    ),
  );
});

const anyShift = fc
  .tuple(
    fc.integer({ min: 0, max: 1_439 }),
    fc.integer({ min: 0, max: 1_439 }),
    fc.boolean(),
    fc.constantFrom(addDays(date, -1), date),
  )
  .filter(([from, until, overnight]) => (overnight ? until <= from : until > from))
  .map(([from, until, overnight, on]) => shift(clock(from), clock(until), overnight, on));

test('gaps are exactly the minutes of the window in no shift', () => {
  fc.assert(
    fc.property(fc.array(anyShift, { maxLength: 6 }), anyShift, (shifts, like) => {
      const [start, end] = [like.start_time, like.overnight ? '23:59:00' : like.end_time];
      if (start >= end) return;
      const window = windowOf('window', start, end);
      const cover = coverOf(shifts);
      const spans = shiftsOn(cover, date).map(({ at }) => at);
      const { gaps } = windowCoverage(date, window, spans);
      const isOpen = (minute: number) => gaps.some((gap) => within(minute, gap));
      const isTaken = (minute: number) => shifts.some((one) => within(minute, one));
      const { from, until } = wallMinutes(date, start, end);
      for (let minute = from; minute < until; minute += 1) {
        expect(isOpen(minute)).toBe(!isTaken(minute));
      }
    }),
  );
});

function within(
  minute: number,
  span: Partial<Covering> & { start_time: string; end_time: string },
) {
  const on = span.date ?? date;
  const { from, until } = wallMinutes(on, span.start_time, span.end_time, span.overnight);
  return from <= minute && minute < until;
}
