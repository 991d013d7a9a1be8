import { expect, test } from 'vitest';
import { mayRetry, refusalOf, violates } from './postgres-error.ts';

const error = (code: string, more: object = {}) =>
  Object.assign(new Error('inside'), { code, ...more });

test.each([
  ['23P01', 409, 'overlap'],
  ['23505', 409, 'exists'],
  ['23503', 409, 'missing_reference'],
  ['40001', 409, 'busy'],
  ['40P01', 409, 'busy'],
  ['55P03', 409, 'busy'],
  ['57014', 503, 'too_slow'],
  ['57P01', 503, 'unavailable'],
  ['53300', 503, 'unavailable'],
  ['ECONNREFUSED', 503, 'unavailable'],
])('%s becomes %i %s, without a word of the inside', (code, status, refusal) => {
  const found = refusalOf(error(code, { detail: 'Key (id)=(1)' }));
  expect(found).toMatchObject({ status, code: refusal });
  expect(found?.message).not.toContain('inside');
  expect(found?.facts).toEqual({});
});

test.each([error('42601'), error('42501'), error('22P02'), new Error('no code'), 'text', null])(
  '%s is our own fault',
  (fault) => expect(refusalOf(fault)).toBeNull(),
);

test('a pool without a free connection is not available, not broken', () => {
  const full = new Error('timeout exceeded when trying to connect');
  expect(refusalOf(full)).toMatchObject({ status: 503, code: 'unavailable' });
});

test('only what lost a race may run again', () => {
  expect(['40001', '40P01', '23505', '57014'].map((code) => mayRetry(error(code)))).toEqual([
    ...[true, true, false, false],
  ]);
  expect(mayRetry(new Error('x'))).toBe(false);
});

test('a violation is told by the name of its constraint', () => {
  const taken = error('23P01', { constraint: 'commitment_no_overlap' });
  expect(violates(taken, 'commitment_no_overlap')).toBe(true);
  expect(violates(taken, 'shift_no_own_overlap')).toBe(false);
  expect(violates(new Error('x'), 'commitment_no_overlap')).toBe(false);
});
