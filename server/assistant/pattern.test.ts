import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../timeline/module.ts';
import { patternOf } from './pattern.ts';

const monday = '2026-11-23';
const shift = (date: string, start = '06:00', minutes = 180) => ({
  date,
  start_time: `${start}:00`,
  minutes,
});

test('nobody who worked nothing has a pattern', () => {
  expect(patternOf([], monday)).toBeNull();
});

test('Fridays at six for twelve weeks', () => {
  const fridays = Array.from({ length: 12 }, (_, week) => shift(addDays('2026-09-04', week * 7)));
  expect(patternOf(fridays, monday)).toEqual({
    weekdays: [{ weekday: 5, count: 12 }],
    startHours: [{ hour: 6, count: 12 }],
    meanMinutes: 180,
    weeklyMinutes: 180,
    shiftCount: 12,
    weeks: 12,
  });
});

describe('what is usual', () => {
  test('twice in the eight weeks since the first, not once', () => {
    const shifts = [
      shift('2026-09-29'),
      shift('2026-10-06', '06:45'),
      shift('2026-10-07', '21:00'),
    ];
    expect(patternOf(shifts, monday)).toMatchObject({
      weekdays: [{ weekday: 2, count: 2 }],
      startHours: [{ hour: 6, count: 2 }],
      weeks: 8,
    });
  });

  test('twice in nine weeks is too seldom', () => {
    const shifts = [shift('2026-09-22'), shift('2026-10-06')];
    expect(patternOf(shifts, monday)).toMatchObject({ weekdays: [], startHours: [], weeks: 9 });
  });

  test('two shifts of one date count its weekday once', () => {
    const shifts = [shift('2026-11-20', '06:00'), shift('2026-11-20', '21:00', 60)];
    expect(patternOf(shifts, monday)).toMatchObject({
      weekdays: [],
      meanMinutes: 120,
      weeklyMinutes: 240,
      weeks: 1,
    });
  });
});

test('counts are those of the shifts, whatever their order', () => {
  const worked = fc.record({
    day: fc.integer({ min: 1, max: 84 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minutes: fc.integer({ min: 1, max: 1440 }),
  });
  fc.assert(
    fc.property(fc.array(worked, { minLength: 1 }), (days) => {
      const shifts = days.map(({ day, hour, minutes }) =>
        shift(addDays(monday, -day), `${String(hour).padStart(2, '0')}:15`, minutes),
      );
      const pattern = patternOf(shifts, monday);
      expect(patternOf(shifts.toReversed(), monday)).toEqual(pattern);
      const sum = days.reduce((total, { minutes }) => total + minutes, 0);
      const weeks = pattern?.weeks ?? 0;
      expect(Math.abs((pattern?.weeklyMinutes ?? 0) * weeks - sum)).toBeLessThanOrEqual(weeks / 2);
      for (const { count, hour } of pattern?.startHours ?? []) {
        expect(count).toBe(days.filter((day) => day.hour === hour).length);
        expect(count).toBeGreaterThanOrEqual(2);
      }
    }),
  );
});
