import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber } from './wall-minutes.ts';
import { wallStretches } from './wall-stretches.ts';

const day = (date: string) => dayNumber(date) * 1_440;
const shown = (startsAt: string, endsAt: string, zone: string) =>
  wallStretches(startsAt, endsAt, zone).map(({ from, until }) => [from, until]);

test('an evening is one stretch, over midnight too; an empty span is none', () => {
  const at = day('2026-11-20');
  expect(shown('2026-11-20T21:00Z', '2026-11-21T02:30Z', 'Europe/London')).toEqual([
    [at + 1_260, at + 1_590],
  ]);
  expect(shown('2026-11-20T21:00Z', '2026-11-20T21:00Z', 'Europe/London')).toEqual([]);
});

test('spring leaves an hour out, autumn shows one twice', () => {
  const spring = day('2026-03-29');
  expect(shown('2026-03-29T00:00Z', '2026-03-29T02:00Z', 'Europe/Berlin')).toEqual([
    [spring + 60, spring + 120],
    [spring + 180, spring + 240],
  ]);
  const autumn = day('2026-10-25');
  expect(shown('2026-10-25T00:30Z', '2026-10-25T02:00Z', 'Europe/Berlin')).toEqual([
    [autumn + 150, autumn + 180],
    [autumn + 120, autumn + 180],
  ]);
});

const zones = ['Europe/London', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'UTC'];
const days = ['2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01'];

test('every minute of a span stands in it as the clocks show it, in order', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.constantFrom(...days),
      fc.integer({ min: 0, max: 2_880 }),
      fc.integer({ min: 1, max: 600 }),
      (zone, date, offset, length) => {
        const start = Temporal.Instant.from(`${date}T00:00Z`).add({ minutes: offset - 720 });
        const end = start.add({ minutes: length });
        const minutes = Array.from({ length }, (_, minute) => {
          const at = start.add({ minutes: minute }).toZonedDateTimeISO(zone);
          return day(at.toPlainDate().toString()) + at.hour * 60 + at.minute;
        });
        const stretches = wallStretches(start.toString(), end.toString(), zone);
        const told = stretches.flatMap(({ from, until }) =>
          Array.from({ length: until - from }, (_, i) => from + i),
        );
        expect(told).toEqual(minutes);
      },
    ),
    { numRuns: 500 },
  );
});
