import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Said, saidOf, saysOf } from './weekly-hours.ts';

const said = (weekday: number, from: string, until: string, available: boolean, zone = 'UTC') =>
  saidOf([{ weekday, start_time: from, end_time: until, available }], zone)[0] as Said;
const stretch = (from: string, until: string) => ({
  from: Temporal.Instant.from(`${from}Z`).epochMilliseconds,
  until: Temporal.Instant.from(`${until}Z`).epochMilliseconds,
});

// 2026-12-01 is a Tuesday.
const tuesday = stretch('2026-12-01T06:00', '2026-12-01T09:00');

describe('what a usual week says of a stretch', () => {
  test.each<[string, Said[], boolean | undefined]>([
    ['nothing was said', [], undefined],
    ['yes to all of it', [said(2, '06:00', '09:00', true)], true],
    ['yes to part of it', [said(2, '06:00', '08:59', true)], undefined],
    ['yes in two pieces', [said(2, '00:00', '07:00', true), said(2, '07:00', '12:00', true)], true],
    [
      'yes with a hole',
      [said(2, '00:00', '07:00', true), said(2, '07:01', '12:00', true)],
      undefined,
    ],
    ['no to a minute of it', [said(2, '08:59', '12:00', false)], false],
    ['no right after it', [said(2, '09:00', '12:00', false)], undefined],
    ['no beats yes', [said(2, '06:00', '08:00', true), said(2, '08:00', '09:00', false)], false],
    ['of another day', [said(3, '06:00', '09:00', true)], undefined],
    ['by other clocks', [said(2, '14:00', '17:00', true, 'Asia/Manila')], true],
    ['by other clocks, not then', [said(2, '06:00', '09:00', false, 'Asia/Manila')], undefined],
  ])('%s', (_, hours, says) => {
    expect(saysOf(hours, [tuesday])).toBe(says);
  });

  test('over midnight both days count', () => {
    const night = [stretch('2026-12-01T22:00', '2026-12-02T02:00')];
    const late = said(2, '22:00', '00:00', true);
    expect(saysOf([late], night)).toBeUndefined();
    expect(saysOf([late, said(3, '00:00', '06:00', true)], night)).toBe(true);
    expect(saysOf([late, said(3, '01:00', '06:00', false)], night)).toBe(false);
  });

  test('the clock decides on the night when it changes', () => {
    const hours = [said(7, '01:00', '03:00', false, 'Europe/London')];
    const before = stretch('2027-03-28T00:30', '2027-03-28T01:00');
    const within = stretch('2027-03-28T01:30', '2027-03-28T02:00');
    expect(saysOf(hours, [before])).toBeUndefined();
    expect(saysOf(hours, [within])).toBe(false);
  });
});

test('never yes and no, and the parts of a stretch say what the whole says', () => {
  const minutes = fc.integer({ min: 0, max: 1_438 });
  const hours = fc.array(
    fc.tuple(
      fc.integer({ min: 1, max: 7 }),
      minutes,
      fc.integer({ min: 1, max: 600 }),
      fc.boolean(),
    ),
    { maxLength: 8 },
  );
  const start = stretch('2026-12-01T00:00', '2026-12-01T01:00').from;
  fc.assert(
    fc.property(hours, minutes, fc.integer({ min: 2, max: 2_000 }), (list, at, length) => {
      const week = list.map(([weekday, startMinute, long, available]) => ({
        ...{ weekday, startMinute, available, zone: 'UTC' },
        endMinute: Math.min(1_440, startMinute + long),
      }));
      const whole = { from: start + at * 60_000, until: start + (at + length) * 60_000 };
      const middle = whole.from + Math.floor(length / 2) * 60_000;
      const parts = [
        { from: whole.from, until: middle },
        { from: middle, until: whole.until },
      ];
      expect(saysOf(week, parts)).toBe(saysOf(week, [whole]));
    }),
  );
});
