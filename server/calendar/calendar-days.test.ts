import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, deriveSpan, hourLengths, instantOf, wallMinutes } from '../timeline/module.ts';
import { touchesHour } from './calendar-days.ts';

const nights = [
  ...(['2027-03-28', '2026-10-25'] as const).map((date) => ['Europe/London', date] as const),
  ...(['2027-03-14', '2026-11-01'] as const).map((date) => ['America/New_York', date] as const),
  ...(['2026-09-06', '2026-04-04'] as const).map((date) => ['America/Santiago', date] as const),
  ['Asia/Kathmandu', '2026-12-01'] as const,
];
const two = (value: number) => String(value).padStart(2, '0');
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 1, 15, 30, 59))
  .map(([hour, minute]) => `${two(hour)}:${two(minute)}:00`);

test('a shift stands in the hours in which its instants fall, on ordinary nights and others', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...nights),
      fc.integer({ min: -1, max: 0 }),
      fc.tuple(clock, clock),
      fc.boolean(),
      ([zone, date], offset, [startTime, endTime], overnight) => {
        const starts = addDays(date, offset);
        const span = deriveSpan({ date: starts, startTime, endTime, overnight }, zone);
        fc.pre(!('code' in span) && span.minutes > 0);
        if ('code' in span) return;
        const at = wallMinutes(starts, startTime, endTime, overnight);
        const shown = hourLengths(date, zone).map(
          (minutes, hour) => minutes > 0 && touchesHour(at, date, hour),
        );
        const real = hourLengths(date, zone).map((minutes, hour) => {
          const from = instantOf(`${date}T${two(hour)}:00:00`, zone).epochMilliseconds;
          const until = from + minutes * 60_000;
          return (
            minutes > 0 &&
            Temporal.Instant.from(span.startsAt).epochMilliseconds < until &&
            Temporal.Instant.from(span.endsAt).epochMilliseconds > from
          );
        });
        expect(shown).toEqual(real);
      },
    ),
    { numRuns: 1_000 },
  );
});
