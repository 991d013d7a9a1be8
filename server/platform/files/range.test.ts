import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRange } from './range.ts';

test.each([
  [null, null],
  ['bytes=0-499', { from: 0, to: 500 }],
  ['bytes=500-999', { from: 500, to: 1_000 }],
  ['bytes=-500', { from: 500, to: 1_000 }],
  ['bytes=9500-', 'none'],
  ['bytes=-5000', { from: 0, to: 1_000 }],
  ['bytes=-0', 'none'],
  ['bytes=0-0,-1', null],
  ['items=0-1', null],
  ['bytes=a-b', null],
] as const)('%s of 1,000 bytes', (header, range) => {
  expect(readRange(header, 1_000)).toEqual(range);
});

test('a range lies within the file and is never empty', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.nat(20_000), fc.nat(20_000), (length, first, last) => {
      for (const header of [`bytes=${first}-${last}`, `bytes=${first}-`, `bytes=-${last}`]) {
        const range = readRange(header, length + 1);
        if (range === null || range === 'none') continue;
        expect(range.from).toBeGreaterThanOrEqual(0);
        expect(range.to).toBeGreaterThan(range.from);
        expect(range.to).toBeLessThanOrEqual(length + 1);
      }
    }),
  );
});
