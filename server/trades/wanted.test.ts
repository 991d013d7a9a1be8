import { expect, test } from 'vitest';
import type { Wanted } from '../../contract/trades/trade-wish.ts';
import { wants, whyNotWanted } from './wanted.ts';

const one = {
  ...{ id: 'a', resource_id: 'court', date: '2026-12-04' },
  ...{ start_time: '10:00:00', end_time: '11:00:00' },
};

test.each<[string, Wanted, boolean]>([
  ['it is named', { reservations: ['b', 'a'] }, true],
  ['another is named', { reservations: ['b'] }, false],
  ['another is named, but it fits', { reservations: ['b'], resource: 'court' }, true],
  ['of the resource', { resource: 'court' }, true],
  ['of another', { resource: 'hall' }, false],
  ['on the day', { from_date: '2026-12-04', until_date: '2026-12-04' }, true],
  ['too early', { from_date: '2026-12-05' }, false],
  ['too late', { until_date: '2026-12-03' }, false],
  ['within the hours', { start_time: '10:00', end_time: '11:00' }, true],
  ['begins too early', { start_time: '10:01' }, false],
  ['ends too late', { end_time: '10:59' }, false],
  ['until midnight', { end_time: '00:00' }, true],
  ['all of it', { resource: 'court', from_date: '2026-12-01', end_time: '12:00:00' }, true],
  ['all but one', { resource: 'court', from_date: '2026-12-01', end_time: '10:30' }, false],
  ['nothing', {}, false],
])('%s', (_what, wanted, taken) => expect(wants(wanted, one)).toBe(taken));

test('one that ends at midnight ends late', () => {
  expect(wants({ end_time: '23:00' }, { ...one, end_time: '00:00:00' })).toBe(false);
  expect(wants({ end_time: '00:00' }, { ...one, end_time: '00:00:00' })).toBe(true);
});

test.each<[Wanted, string | null]>([
  [{}, 'wanted'],
  [{ from_date: '2026-12-02', until_date: '2026-12-01' }, 'wanted.until_date'],
  [{ start_time: '10:00', end_time: '10:00' }, 'wanted.end_time'],
  [{ start_time: '10:00', end_time: '00:00' }, null],
  [{ resource: 'court' }, null],
])('%j: %s', (wanted, field) => {
  expect(Object.keys(whyNotWanted(wanted)?.facts?.errors ?? {})).toEqual(field ? [field] : []);
});
