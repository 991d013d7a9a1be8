import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeSlug, slugOf } from './slug.ts';

test.each([
  ['Harbour Care', 'harbour-care'],
  ['  Foyle   Street Théâtre ', 'foyle-street-theatre'],
  ['A & B (North)', 'a-b-north'],
  ['شركة', 'organisation'],
  ['---', 'organisation'],
])('%s is %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test('every name makes a slug that is safe in an address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (name) => {
      expect(slugOf(name)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(slugOf(name).length).toBeLessThanOrEqual(60);
    }),
  );
});

test('the first free number is taken', () => {
  expect(freeSlug('care', new Set())).toBe('care');
  expect(freeSlug('care', new Set(['care', 'care-2', 'care-4']))).toBe('care-3');
});
