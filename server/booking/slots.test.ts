import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockOf, instantOf, wallMinutes } from '../timeline/module.ts';
import { slotsOf } from './slots.ts';

const hours = { start_time: '00:00:00', end_time: '00:00:00' };
const clocks = (slots: ReturnType<typeof slotsOf>) =>
  slots.map(({ from, until }) => `${clockOf(from).slice(0, 5)}-${clockOf(until).slice(0, 5)}`);

describe('slotsOf', () => {
  test('from opening on, as many whole ones as fit', () => {
    const open = { start_time: '07:30:00', end_time: '11:00:00' };
    expect(clocks(slotsOf('2026-12-01', open, 60, 'Europe/London'))).toEqual([
      ...['07:30-08:30', '08:30-09:30', '09:30-10:30'],
    ]);
  });

  test('until midnight', () => {
    const open = { start_time: '22:00:00', end_time: '00:00:00' };
    expect(clocks(slotsOf('2026-12-01', open, 60, 'Europe/London'))).toEqual([
      ...['22:00-23:00', '23:00-00:00'],
    ]);
  });

  test.each([
    // Clocks go from 01:00 to 02:00: what ends there ends when they go on, what is skipped is none.
    ['2027-03-28', 'Europe/London', 60, ['00:00-02:00', '02:00-03:00']],
    ['2027-03-28', 'Europe/London', 40, ['00:00-00:40', '00:40-02:00', '02:00-02:40']],
    ['2027-03-28', 'Europe/London', 90, ['00:00-02:00', '02:00-03:00', '03:00-04:30']],
    // From 00:00 to 01:00, at midnight itself.
    ['2026-04-24', 'Africa/Cairo', 60, ['01:00-02:00', '02:00-03:00']],
    // Half an hour: from 02:00 to 02:30.
    ['2026-10-04', 'Australia/Lord_Howe', 60, ['00:00-01:00', '01:00-02:30', '02:30-03:00']],
  ])('the night in spring: %s %s by %i', (date, zone, minutes, first) => {
    expect(clocks(slotsOf(date, hours, minutes, zone)).slice(0, first.length)).toEqual(first);
  });

  test('the night in autumn: the hour that comes twice is one slot, two hours long', () => {
    const slots = slotsOf('2026-10-25', hours, 60, 'Europe/London');
    expect(clocks(slots).slice(0, 3)).toEqual(['00:00-01:00', '01:00-02:00', '02:00-03:00']);
    const [, twice] = slots;
    const minutes = twice && elapsed('2026-10-25', 'Europe/London', twice);
    expect(minutes).toBe(120);
  });

  test('whatever the zone, night and length: no gaps between them, each lasts, all times exist', () => {
    const zones = [
      'Europe/London',
      'Africa/Cairo',
      'Australia/Lord_Howe',
      'America/Santiago',
      'Asia/Gaza',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 365 }),
        fc.integer({ min: 5, max: 240 }),
        (zone, day, minutes) => {
          const date = Temporal.PlainDate.from('2026-01-01').add({ days: day }).toString();
          const slots = slotsOf(date, hours, minutes, zone);
          for (const [i, slot] of slots.entries()) {
            expect(elapsed(date, zone, slot)).toBeGreaterThan(0);
            if (i > 0) expect(slot.from).toBe(slots[i - 1]?.until);
            const start = Temporal.PlainDateTime.from(`${date}T${clockOf(slot.from)}`);
            expect(start.toZonedDateTime(zone).toPlainDateTime().equals(start)).toBe(true);
          }
        },
      ),
    );
  });
});

function elapsed(date: string, zone: string, slot: { from: number; until: number }): number {
  const midnight = wallMinutes(date, '00:00', '00:00').from;
  const at = (minute: number) => {
    const day = Temporal.PlainDate.from(date).add({ days: Math.floor((minute - midnight) / 1440) });
    return instantOf(`${day}T${clockOf(minute)}`, zone).epochMilliseconds;
  };
  return (at(slot.until) - at(slot.from)) / 60_000;
}
