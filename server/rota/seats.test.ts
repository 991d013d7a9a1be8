import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Seated, seatAll } from './seats.ts';

const at = (minute: number) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toString();
const seated = (number: number, from: number, until: number): Seated => ({
  number,
  startsAt: at(from),
  endsAt: at(until),
});
const numbers = (placed: ReturnType<typeof seatAll>) => placed.map(({ number }) => number);

describe('seats', () => {
  test('the lowest that is free, by start; touching ends share one', () => {
    const mine = [seated(3, 60, 90), seated(2, 0, 60), seated(1, 30, 90)];
    expect(numbers(seatAll(mine, [], 2))).toEqual([1, 2, 1]);
  });

  test('none where all are taken, also by those of another period', () => {
    expect(numbers(seatAll([seated(2, 0, 60)], [seated(1, 59, 70)], 1))).toEqual([null]);
    expect(numbers(seatAll([seated(2, 0, 60)], [seated(2, 0, 60)], 1))).toEqual([1]);
  });

  test('all find a seat exactly when no moment has more people than seats', () => {
    const spans = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(spans, fc.integer({ min: 1, max: 4 }), (made, seats) => {
        const mine = made.map(([from, length]) => seated(9, from, from + length));
        const most = Math.max(
          0,
          ...Array.from({ length: 91 }, (_, minute) => {
            return made.filter(([from, length]) => from <= minute && minute < from + length).length;
          }),
        );
        const placed = numbers(seatAll(mine, [], seats));
        expect(placed.every((number) => number !== null)).toBe(most <= seats);
      }),
      { numRuns: 1_000 },
    );
  });
});
