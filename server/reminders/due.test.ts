import { expect, test } from 'vitest';
import { dueAt, isWorthReminding } from './due.ts';

const usual = { dayOffset: 1, time: '18:00:00' };

test.each([
  ['Europe/London', '2026-11-21', '2026-11-20T18:00:00Z'],
  ['Asia/Kolkata', '2026-11-21', '2026-11-20T12:30:00Z'],
  ['Pacific/Kiritimati', '2027-01-01', '2026-12-31T04:00:00Z'],
  // The evening before the clocks change is by the clocks so far.
  ['Europe/London', '2026-03-29', '2026-03-28T18:00:00Z'],
  ['Europe/London', '2026-03-30', '2026-03-29T17:00:00Z'],
])('the day before at six in %s, for %s', (zone, date, due) => {
  expect(dueAt(date, usual, zone).toString()).toBe(due);
});

test('a time that spring skips is right after it; one that autumn repeats is the earlier', () => {
  const atHalfPastOne = { dayOffset: 0, time: '01:30:00' };
  const at = (date: string) => dueAt(date, atHalfPastOne, 'Europe/London').toString();
  expect(at('2026-03-29')).toBe('2026-03-29T01:30:00Z');
  expect(at('2026-10-25')).toBe('2026-10-25T00:30:00Z');
});

test('nobody is reminded of a past date, nor of a duty that is over', () => {
  const now = Temporal.Instant.from('2026-11-20T09:00:00Z');
  const worth = (date: string, endsAt: string) =>
    isWorthReminding({ date, endsAt }, now, 'Europe/London');
  expect(worth('2026-11-20', '2026-11-20T09:30:00Z')).toBe(true);
  expect(worth('2026-11-20', '2026-11-20T09:00:00Z')).toBe(false);
  expect(worth('2026-11-19', '2026-11-20T10:00:00Z')).toBe(false);
});
