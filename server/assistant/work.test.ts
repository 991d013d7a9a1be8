import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextDue, type Work } from './work.ts';

const due = (work: Work, after: string, zone: string) =>
  nextDue(work, Temporal.Instant.from(after), zone).toString();

test.each([
  ['an hour before', '2026-11-20T05:00:00Z', 'Europe/London', '2026-11-20T06:00:00Z'],
  ['at the moment: the next day', '2026-11-20T06:00:00Z', 'Europe/London', '2026-11-21T06:00:00Z'],
  ['summer time', '2026-07-01T06:00:00Z', 'Europe/London', '2026-07-02T05:00:00Z'],
  ['the night that loses an hour', '2027-03-27T06:00:00Z', 'Europe/London', '2027-03-28T05:00:00Z'],
  ['the night that wins one', '2027-10-30T05:00:00Z', 'Europe/London', '2027-10-31T06:00:00Z'],
  ['far east', '2026-11-20T09:00:00Z', 'Asia/Kathmandu', '2026-11-21T00:15:00Z'],
  ['a day that Samoa left out', '2011-12-29T20:00:00Z', 'Pacific/Apia', '2011-12-30T16:00:00Z'],
])('the alert is due at six of the clock on the wall: %s', (_, after, zone, expected) => {
  expect(due('gap-alert', after, zone)).toBe(expected);
});

test.each([
  ['in the week', '2026-11-20T09:00:00Z', 'Europe/London', '2026-11-23T02:00:00Z'],
  ['at the moment: next Monday', '2026-11-23T02:00:00Z', 'Europe/London', '2026-11-30T02:00:00Z'],
  ['after the clocks go forward', '2027-03-22T02:00:00Z', 'Europe/London', '2027-03-29T01:00:00Z'],
  ['after they go back', '2027-10-25T01:00:00Z', 'Europe/London', '2027-11-01T02:00:00Z'],
])('patterns are due on Mondays at two: %s', (_, after, zone, expected) => {
  expect(due('patterns', after, zone)).toBe(expected);
});

test('whatever the zone: later than asked, and one wall-clock day or week apart', () => {
  const zones = ['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'];
  const moment = fc.integer({ min: 1_600_000_000, max: 2_200_000_000 });
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.constantFrom<Work>('patterns', 'gap-alert'),
      moment,
      (zone, work, at) => {
        const after = Temporal.Instant.fromEpochMilliseconds(at * 1_000);
        const first = nextDue(work, after, zone);
        expect(Temporal.Instant.compare(first, after)).toBe(1);
        const second = nextDue(work, first, zone);
        const days = first.toZonedDateTimeISO(zone).until(second.toZonedDateTimeISO(zone), {
          largestUnit: 'day',
        });
        expect(days.toString()).toBe(work === 'patterns' ? 'P7D' : 'P1D');
        expect(Temporal.Instant.compare(after, first.subtract({ hours: 7 * 24 + 1 }))).not.toBe(-1);
      },
    ),
  );
});

test('J-20: every day of two years at six, and every Monday at two, in every zone, as Temporal has it', () => {
  const wrong: string[] = [];
  const last = Temporal.PlainDate.from('2027-12-31');
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const first = Temporal.PlainDate.from('2026-01-01');
    let daily = first.toZonedDateTime(zone).toInstant();
    let weekly = daily;
    for (
      let date = first;
      Temporal.PlainDate.compare(date, last) <= 0;
      date = date.add({ days: 1 })
    ) {
      const at = (time: string) =>
        date.toPlainDateTime(Temporal.PlainTime.from(time)).toZonedDateTime(zone).toInstant();
      daily = nextDue('gap-alert', daily, zone);
      if (!daily.equals(at('06:00'))) wrong.push(`${zone} ${date} ${daily}`);
      if (date.dayOfWeek !== 1) continue;
      weekly = nextDue('patterns', weekly, zone);
      if (!weekly.equals(at('02:00'))) wrong.push(`${zone} ${date} ${weekly}`);
    }
  }
  expect(wrong).toEqual([]);
}, 60_000);
