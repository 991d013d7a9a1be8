import { describe, expect, test } from 'vitest';
import { hourLengths, isRepeated } from './clock-hours.ts';

const sum = (minutes: readonly number[]) => minutes.reduce((total, one) => total + one, 0);

describe('clock hours', () => {
  test.each([
    ['2026-11-20', 'Europe/London', {}],
    ['2027-03-28', 'Europe/London', { 1: 0 }],
    ['2026-10-25', 'Europe/London', { 1: 120 }],
    ['2027-03-28', 'Europe/Berlin', { 2: 0 }],
    ['2026-10-25', 'Europe/Berlin', { 2: 120 }],
    ['2027-03-14', 'America/New_York', { 2: 0 }],
    ['2026-11-01', 'America/New_York', { 1: 120 }],
    ['2026-10-04', 'Australia/Lord_Howe', { 2: 30 }],
    ['2026-04-05', 'Australia/Lord_Howe', { 1: 90 }],
    // The clocks of these skip or repeat midnight itself.
    ['2026-09-06', 'America/Santiago', { 0: 0 }],
    ['2026-04-04', 'America/Santiago', { 23: 120 }],
    ['2026-04-24', 'Africa/Cairo', { 0: 0 }],
  ])('%s in %s', (date, zone, odd) => {
    const lengths = hourLengths(date, zone);
    const found = Object.fromEntries(
      [...lengths.entries()].filter(([, minutes]) => minutes !== 60),
    );
    expect(found).toEqual(odd);
    const day = Temporal.PlainDate.from(date).toZonedDateTime(zone);
    expect(sum(lengths)).toBe(day.hoursInDay * 60);
  });
});

test.each([
  ['2026-10-25T00:30:00Z', true],
  ['2026-10-25T01:30:00Z', true],
  ['2026-10-24T23:59:00Z', false],
  ['2026-10-25T02:00:00Z', false],
  ['2027-03-28T01:00:00Z', false],
])('at %s London’s clocks show a time that comes twice: %s', (instant, repeated) => {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London');
  expect(isRepeated(at)).toBe(repeated);
});
