import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recurrenceOf } from './recurrence.ts';

const zone = 'Europe/London';
function of(rule: string, date = '2026-12-01', time = '10:00', where = zone) {
  const found = recurrenceOf(rule, date, time, where);
  if ('code' in found) throw new Error(found.detail);
  return found;
}
const dates = (rule: string, date?: string) =>
  of(rule, date).occurrences.map((local) => local.slice(0, 10));

describe('occurrences', () => {
  test.each([
    ['FREQ=WEEKLY;COUNT=3', ['2026-12-01', '2026-12-08', '2026-12-15']],
    ['RRULE:FREQ=WEEKLY;UNTIL=20261215', ['2026-12-01', '2026-12-08', '2026-12-15']],
    ['FREQ=WEEKLY;UNTIL=20261215T095959Z', ['2026-12-01', '2026-12-08']],
    ['FREQ=WEEKLY;INTERVAL=2;COUNT=2', ['2026-12-01', '2026-12-15']],
    ['FREQ=WEEKLY;BYDAY=TU,FR;COUNT=3', ['2026-12-01', '2026-12-04', '2026-12-08']],
    ['FREQ=MONTHLY;BYDAY=1TU;COUNT=2', ['2026-12-01', '2027-01-05']],
    [
      'FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=5',
      ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-07'],
    ],
    ['FREQ=YEARLY;COUNT=2', ['2026-12-01', '2027-12-01']],
  ])('%s', (rule, expected) => {
    expect(dates(rule)).toEqual(expected);
  });

  test('the clock shows the same on both sides of both nights', () => {
    for (const [date, time] of [
      ['2027-03-21', '01:30'],
      ['2026-10-18', '01:30'],
    ] as const) {
      const { occurrences } = of('FREQ=WEEKLY;COUNT=3', date, time);
      expect(occurrences.every((local) => local.endsWith('T01:30:00'))).toBe(true);
    }
  });

  test('the 31st of months that have none is left out', () => {
    expect(dates('FREQ=MONTHLY;COUNT=3', '2026-12-31')).toEqual([
      ...['2026-12-31', '2027-01-31', '2027-03-31'],
    ]);
  });
});

test('an end by date is kept as the last moment of that date, in UTC (RFC 5545, 3.3.10)', () => {
  expect(of('FREQ=WEEKLY;UNTIL=20270630').rrule).toBe('FREQ=WEEKLY;UNTIL=20270630T225959Z');
  expect(of('FREQ=WEEKLY;UNTIL=20261231').rrule).toBe('FREQ=WEEKLY;UNTIL=20261231T235959Z');
  expect(of('FREQ=WEEKLY;COUNT=3').rrule).toBe('FREQ=WEEKLY;COUNT=3');
});

test.each([
  ['FREQ=WEEKLY', 'rrule'],
  ['FREQ=WEEKLY;COUNT=2;UNTIL=20261231', 'rrule'],
  ['FREQ=HOURLY;COUNT=3', 'rrule'],
  ['FREQ=DAILY;BYHOUR=9,10;COUNT=3', 'rrule'],
  ['FREQ=DAILY;COUNT=101', 'rrule'],
  ['FREQ=DAILY;UNTIL=20991231', 'rrule'],
  ['FREQ=DAILY;UNTIL=20261301', 'rrule'],
  ['FREQ=DAILY;UNTIL=TOMORROW', 'rrule'],
  ['FREQ=WEEKLY;COUNT=-1', 'rrule'],
  ['FREQ=WEEKLY;COUNT=X', 'rrule'],
  ['FREQ=WEEKLY;BYDAY=XX;COUNT=3', 'rrule'],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3', 'rrule'],
  ['COUNT=3', 'rrule'],
  [';;;;;;', 'rrule'],
  ['FREQ=WEEKLY;BYDAY=MO;COUNT=3', 'date'],
])('%s: 400', (rule, field) => {
  const found = recurrenceOf(rule, '2026-12-01', '10:00', zone);
  expect(found).toMatchObject({ status: 400, facts: { errors: { [field]: expect.anything() } } });
});

test('whatever is written: an answer in a moment, never more than 100, in order', () => {
  const part = fc.oneof(
    fc.constantFrom('FREQ=WEEKLY', 'FREQ=DAILY', 'FREQ=MONTHLY', 'FREQ=YEARLY', 'INTERVAL=3'),
    fc.integer({ min: -5, max: 120 }).map((count) => `COUNT=${count}`),
    fc.constantFrom(
      'BYDAY=MO,-1FR',
      'BYMONTHDAY=-1',
      'BYSETPOS=2',
      'BYMONTH=1,2',
      'WKST=SU',
      'BYYEARDAY=366',
    ),
    fc.stringMatching(/^[A-Z]{2,8}=[A-Z0-9,+-]{0,8}$/),
  );
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
      const began = performance.now();
      const found = recurrenceOf(parts.join(';'), '2026-12-01', '10:00', zone);
      expect(performance.now() - began).toBeLessThan(2_000);
      if ('code' in found) return;
      expect(found.occurrences.length).toBeLessThanOrEqual(100);
      expect(found.occurrences).toEqual([...new Set(found.occurrences)].sort());
    }),
    { numRuns: 300 },
  );
});
