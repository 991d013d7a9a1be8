import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endOfDailySpan } from '../timeline/module.ts';
import { dueAt } from './due.ts';

const night = { from: '22:00', until: '07:00' };
const at = (text: string) => Temporal.Instant.from(text);

test.each([
  ['at night: when quiet hours end', '2026-11-20T23:00Z', false, null, '2026-11-21T07:00:00Z'],
  ['by day: at once', '2026-11-20T12:00Z', false, null, '2026-11-20T12:00:00Z'],
  ['urgent: at once', '2026-11-20T23:00Z', true, null, '2026-11-20T23:00:00Z'],
  [
    'held, still an hour before it begins',
    '2026-11-20T23:00Z',
    false,
    '2026-11-21T08:00Z',
    '2026-11-21T07:00:00Z',
  ],
  [
    'less than an hour before it begins: at once',
    '2026-11-20T23:00Z',
    false,
    '2026-11-21T07:59Z',
    '2026-11-20T23:00:00Z',
  ],
  [
    'it begins in quiet hours: at once',
    '2026-11-20T23:00Z',
    false,
    '2026-11-21T06:00Z',
    '2026-11-20T23:00:00Z',
  ],
  [
    'it is over already: at once',
    '2026-11-20T23:00Z',
    false,
    '2026-11-20T20:00Z',
    '2026-11-20T23:00:00Z',
  ],
])('%s', (_, now, urgent, before, due) => {
  const telling = { now: at(now), urgent, before: before ? at(before) : null };
  expect(dueAt(telling, night, 'UTC').toString()).toBe(due);
});

const zone = fc.constantFrom(
  'Europe/London',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Auckland',
);
const minutes = fc.integer({ min: 0, max: 1_051_200 });
const clock = fc
  .integer({ min: 0, max: 1439 })
  .map((minute) => Temporal.PlainTime.from('00:00').add({ minutes: minute }).toString());

test('never past what it is about, never in quiet hours unless that forces it, never early', () => {
  fc.assert(
    fc.property(
      zone,
      minutes,
      clock,
      clock,
      fc.integer({ min: -600, max: 3_000 }),
      (in_, minute, from, until, ahead) => {
        fc.pre(from !== until);
        const now = at('2026-01-01T00:00Z').add({ minutes: minute });
        const before = now.add({ minutes: ahead });
        const due = dueAt({ now, urgent: false, before }, { from, until }, in_);
        expect(Temporal.Instant.compare(due, now)).toBeGreaterThanOrEqual(0);
        if (due.equals(now)) return;
        expect(Temporal.Instant.compare(due, before)).toBeLessThan(0);
        expect(endOfDailySpan(due, { from, until }, in_)).toBeNull();
      },
    ),
    { numRuns: 2_000 },
  );
});
