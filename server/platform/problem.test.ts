import { expect, test } from 'vitest';
import {
  forbidden,
  found,
  invalid,
  notFound,
  problemOf,
  Refusal,
  refuseIf,
  unauthenticated,
} from './problem.ts';

test('a refusal is a problem of RFC 9457 with its facts beside it', () => {
  const refusal = new Refusal(409, 'shift_overlaps', 'Taken.', { clashes: [1] });
  expect(problemOf(refusal, 'r-1')).toEqual({
    type: '/api/docs#problem-shift_overlaps',
    title: 'Clashes with what is',
    status: 409,
    detail: 'Taken.',
    code: 'shift_overlaps',
    clashes: [1],
    request_id: 'r-1',
  });
});

test('what a rule returned is thrown, 409 unless it says otherwise', () => {
  expect(() => refuseIf(null)).not.toThrow();
  const refused = { code: 'overtime', detail: 'Too much.' };
  expect(() => refuseIf(refused)).toThrowError(expect.objectContaining({ ...refusedAs(409) }));
  expect(() => refuseIf({ ...refused, status: 400 })).toThrowError(
    expect.objectContaining({ ...refusedAs(400) }),
  );
});

function refusedAs(status: number) {
  return { status, code: 'overtime', message: 'Too much.' };
}

test.each([
  [invalid({ name: ['Too long.'], date: ['No.'] }), 400, 'invalid', 'name: Too long.'],
  [invalid({}), 400, 'invalid', 'body: Invalid.'],
  [unauthenticated(), 401, 'unauthenticated', 'Log in first.'],
  [forbidden(), 403, 'forbidden', 'Your role may not do this.'],
  [notFound(), 404, 'not_found', 'There is nothing here, or it is not yours to see.'],
])('%s', (refusal, status, code, message) => {
  expect(refusal).toMatchObject({ status, code, message });
});

test('a row that is not there is a 404; a falsy one is there', () => {
  expect(() => found(undefined)).toThrowError(expect.objectContaining({ status: 404 }));
  expect(found(0)).toBe(0);
  expect(found(null)).toBeNull();
});
