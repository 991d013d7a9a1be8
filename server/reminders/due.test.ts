import { expect, test } from 'vitest';
import { datesBetween } from '../timeline/module.ts';
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

/** By another way than ours: the wall clock of the evening, and the offsets that the zone has around it. */
function reference(date: string, time: string, zone: string): bigint {
  const evening = Temporal.PlainDate.from(date).subtract({ days: 1 });
  const wall = evening.toPlainDateTime(time);
  const asUtc = wall.toZonedDateTime('UTC').epochNanoseconds;
  const offsetAt = (ns: bigint) => BigInt(new Temporal.ZonedDateTime(ns, zone).offsetNanoseconds);
  const day = 86_400_000_000_000n;
  const offsets = [offsetAt(asUtc - day), offsetAt(asUtc + day)] as const;
  const shown = offsets.filter((offset) => offsetAt(asUtc - offset) === offset);
  // Shown twice it is the earlier; not at all, it is as much later as was skipped.
  const instants = (shown.length > 0 ? shown : [offsets[0]]).map((offset) => asUtc - offset);
  return instants.sort((a, b) => Number(a - b))[0] as bigint;
}

test('J-20: the day before at 18:00 in every zone, all days of 2026 and 2027', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  const dates = datesBetween('2026-01-01', '2027-12-31');
  const wrong: string[] = [];
  for (const zone of zones) {
    for (const date of dates) {
      const due = dueAt(date, usual, zone).epochNanoseconds;
      if (due !== reference(date, '18:00', zone)) wrong.push(`${zone} ${date}`);
    }
  }
  expect(zones.length).toBeGreaterThan(400);
  expect(wrong).toEqual([]);
}, 60_000);

test('J-20: at the hours when clocks change, where they do, gaps and folds too', () => {
  const changing = [
    'Europe/London',
    'America/New_York',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
  ];
  const zones = [...changing, 'America/Santiago', 'Africa/Cairo', 'Asia/Beirut', 'Atlantic/Azores'];
  const times = ['00:00', '00:30', '01:00', '01:30', '02:00', '02:15', '02:30', '03:00'];
  const wrong: string[] = [];
  for (const zone of zones) {
    for (const date of datesBetween('2026-01-01', '2027-12-31')) {
      for (const time of times) {
        const due = dueAt(date, { dayOffset: 1, time: `${time}:00` }, zone).epochNanoseconds;
        if (due !== reference(date, time, zone)) wrong.push(`${zone} ${date} ${time}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});
