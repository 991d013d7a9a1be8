import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findRing, ringMost } from './rings.ts';

type Edges = ReadonlySet<string>;
const edges = (...pairs: [number, number][]): Edges => new Set(pairs.map(String));
const ringIn = (count: number, taken: Edges, people: readonly number[] = []) =>
  findRing(
    count,
    (one, other) => taken.has(String([one, other])),
    (one) => String(people[one] ?? one),
  );

describe('which ring', () => {
  test.each<[string, number, [number, number][], number[] | null]>([
    ['nobody wants', 4, [], null],
    [
      'two want each other’s',
      3,
      [
        [0, 2],
        [2, 0],
      ],
      [0, 2],
    ],
    [
      'three in a ring',
      3,
      [
        [0, 1],
        [1, 2],
        [2, 0],
      ],
      [0, 1, 2],
    ],
    [
      'the other way round',
      3,
      [
        [0, 2],
        [2, 1],
        [1, 0],
      ],
      [0, 2, 1],
    ],
    [
      'a chain is none',
      4,
      [
        [0, 1],
        [1, 2],
        [2, 3],
      ],
      null,
    ],
    [
      'five',
      5,
      [
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 4],
        [4, 0],
      ],
      [0, 1, 2, 3, 4],
    ],
    [
      'six are too many',
      6,
      [
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 4],
        [4, 5],
        [5, 0],
      ],
      null,
    ],
    [
      'the shorter first',
      5,
      [
        [0, 1],
        [1, 2],
        [2, 0],
        [3, 4],
        [4, 3],
      ],
      [3, 4],
    ],
    [
      'the older of the short ones',
      6,
      [
        [2, 3],
        [3, 2],
        [1, 5],
        [5, 1],
      ],
      [1, 5],
    ],
  ])('%s', (_what, count, pairs, ring) => {
    expect(ringIn(count, edges(...pairs))).toEqual(ring);
  });

  test('nobody is in it twice', () => {
    const pairs = edges([0, 1], [1, 2], [2, 0]);
    expect(ringIn(3, pairs, [7, 8, 7])).toBeNull();
  });
});

const anyGraph = fc.integer({ min: 0, max: 8 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    pairs: fc.array(fc.tuple(fc.nat(Math.max(count - 1, 0)), fc.nat(Math.max(count - 1, 0))), {
      maxLength: 24,
    }),
    people: fc.array(fc.nat(5), { minLength: count, maxLength: count }),
  }),
);

/** All rings by trying every sequence: the reference. */
function allRings(count: number, taken: Edges, people: readonly number[]): number[][] {
  const found: number[][] = [];
  const grow = (path: number[]) => {
    const last = path.at(-1) as number;
    if (path.length >= 2 && taken.has(String([last, path[0]]))) found.push(path);
    if (path.length === ringMost) return;
    for (let next = 0; next < count; next += 1) {
      const isNew = path.every((one) => people[one] !== people[next] && one !== next);
      if (isNew && taken.has(String([last, next]))) grow([...path, next]);
    }
  };
  for (let first = 0; first < count; first += 1) grow([first]);
  return found;
}

test('a ring is found exactly where there is one, a shortest, and always the same', () => {
  let found = 0;
  fc.assert(
    fc.property(anyGraph, ({ count, pairs, people }) => {
      const taken = edges(...pairs.filter(([one, other]) => one !== other));
      const ring = ringIn(count, taken, people);
      const all = allRings(count, taken, people);
      expect(ring !== null).toBe(all.length > 0);
      if (!ring) return;
      found += 1;
      expect(all).toContainEqual(ring);
      expect(ring.length).toBe(Math.min(...all.map(({ length }) => length)));
      expect(ringIn(count, taken, people)).toEqual(ring);
    }),
    { numRuns: 500 },
  );
  expect(found).toBeGreaterThan(50);
});

test('a search is bounded: many who want everything but never each other cost little', () => {
  const began = performance.now();
  // Everyone wants what comes later, nobody what comes before: no ring, and very many paths.
  expect(findRing(300, (one, other) => one < other, String)).toBeNull();
  expect(performance.now() - began).toBeLessThan(1_000);
});
