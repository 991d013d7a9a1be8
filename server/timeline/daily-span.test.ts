import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DailySpan, endOfDailySpan } from './daily-span.ts';

const night = { from: '22:00', until: '07:00' };
const endOf = (now: string, span: DailySpan, zone: string) =>
  endOfDailySpan(Temporal.Instant.from(now), span, zone)?.toString() ?? null;

describe('by the clock of the zone', () => {
  test.each([
    ['in the evening', '2026-11-20T22:00:00Z', night, 'Europe/London', '2026-11-21T07:00:00Z'],
    ['after midnight', '2026-11-21T03:10:00Z', night, 'Europe/London', '2026-11-21T07:00:00Z'],
    ['its last second', '2026-11-21T06:59:59Z', night, 'Europe/London', '2026-11-21T07:00:00Z'],
    ['when it is over', '2026-11-21T07:00:00Z', night, 'Europe/London', null],
    ['in the day', '2026-11-20T15:00:00Z', night, 'Europe/London', null],
    ['in another zone', '2026-11-20T15:00:00Z', night, 'Asia/Kolkata', null],
    ['there at night', '2026-11-20T17:00:00Z', night, 'Asia/Kolkata', '2026-11-21T01:30:00Z'],
    [
      'not over midnight',
      '2026-11-20T13:30:00Z',
      { from: '13:00', until: '14:00' },
      'UTC',
      '2026-11-20T14:00:00Z',
    ],
    [
      'until midnight',
      '2026-11-20T23:30:00Z',
      { from: '23:00', until: '00:00' },
      'UTC',
      '2026-11-21T00:00:00Z',
    ],
  ])('%s', (_, now, span, zone, end) => {
    expect(endOf(now, span, zone)).toBe(end);
  });
});

describe('when clocks change', () => {
  test.each([
    ['spring: the night is an hour shorter', '2026-03-28T23:00:00Z', night, '2026-03-29T06:00:00Z'],
    ['autumn: the night is an hour longer', '2026-10-24T21:30:00Z', night, '2026-10-25T07:00:00Z'],
    [
      'an end that spring skips: over at the jump',
      '2026-03-29T00:30:00Z',
      { from: '22:00', until: '01:30' },
      '2026-03-29T01:00:00Z',
    ],
    [
      'an end that autumn shows twice: the second',
      '2026-10-25T00:15:00Z',
      { from: '22:00', until: '01:30' },
      '2026-10-25T00:30:00Z',
    ],
    [
      'an end at the very jump back: shown again',
      '2026-10-25T00:45:00Z',
      { from: '22:00', until: '02:00' },
      '2026-10-25T02:00:00Z',
    ],
  ])('%s', (_, now, span, end) => {
    expect(endOf(now, span, 'Europe/London')).toBe(end);
  });
});

const zones = [
  ...['Europe/London', 'America/New_York', 'America/St_Johns', 'Australia/Lord_Howe'],
  ...['Asia/Kolkata', 'Africa/Casablanca', 'Pacific/Apia', 'America/Santiago', 'Asia/Kathmandu'],
];
const minuteOfDay = fc.integer({ min: 0, max: 1439 });
const clockOf = (minute: number) => Temporal.PlainTime.from('00:00').add({ minutes: minute });

/** Minute by minute, what the clock shows. */
function byLooking(now: Temporal.Instant, span: DailySpan, zone: string): string | null {
  const shows = (at: Temporal.Instant) =>
    at.toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5);
  const isQuiet = (clock: string) =>
    span.until < span.from
      ? clock >= span.from || clock < span.until
      : clock >= span.from && clock < span.until;
  if (!isQuiet(shows(now))) return null;
  let at = now;
  while (isQuiet(shows(at))) at = at.add({ minutes: 1 });
  return at.toString();
}

// Around the nights when the clocks of each zone change, and any other minute of two years.
const moment = fc
  .record({
    zone: fc.constantFrom(...zones),
    minute: fc.integer({ min: 0, max: 1_051_200 }),
    near: fc.boolean(),
    off: fc.integer({ min: -2_000, max: 2_000 }),
  })
  .map(({ zone, minute, near, off }) => {
    const somewhen = Temporal.Instant.from('2026-01-01T00:00Z').add({ minutes: minute });
    const change = near ? somewhen.toZonedDateTimeISO(zone).getTimeZoneTransition('next') : null;
    return { zone, now: change ? change.toInstant().add({ minutes: off }) : somewhen };
  });

test('is what someone sees who looks at the clock every minute', () => {
  fc.assert(
    fc.property(moment, minuteOfDay, minuteOfDay, ({ zone, now }, a, b) => {
      fc.pre(a !== b);
      const [from, until] = [a, b].map((minute) => clockOf(minute).toString().slice(0, 5)) as [
        string,
        string,
      ];
      const found = endOfDailySpan(now, { from, until }, zone)?.toString() ?? null;
      expect(found).toBe(byLooking(now, { from, until }, zone));
    }),
    { numRuns: 800 },
  );
});
