import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import {
  Body,
  CalendarDate,
  Email,
  Id,
  Line,
  Text,
  WallTime,
} from '../../contract/platform/values.ts';
import { compileValidator, refusalOfErrors } from './validation.ts';

const schema = Body({
  name: Line(5),
  date: CalendarDate,
  time: Type.Optional(WallTime),
  email: Type.Optional(Email),
  id: Type.Optional(Id),
  notes: Type.Optional(Text(5)),
  seats: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  status: Type.Optional(Type.Union([Type.Literal('OPEN'), Type.Literal('LOCKED')])),
  role: Type.Optional(Type.Enum(['owner', 'member'])),
  inner: Type.Optional(Body({ flag: Type.Boolean() })),
});
const fine = { name: 'Ada', date: '2026-11-20' };

function errorsOf(value: unknown, part = 'body'): Record<string, string[]> {
  const validate = compileValidator(schema, part);
  if (validate(value)) return {};
  const refusal = refusalOfErrors((validate.errors ?? []) as never);
  expect(refusal).toMatchObject({ status: 400, code: 'invalid' });
  return refusal.facts.errors as Record<string, string[]>;
}

test('what is right passes', () => {
  expect(errorsOf({ ...fine, time: '18:00', seats: 50, status: 'LOCKED', notes: '' })).toEqual({});
});

test.each<[string, object, Record<string, string[]>]>([
  ['missing', { name: 'Ada' }, { date: ['This field is required.'] }],
  ['extra', { ...fine, colour: 'red' }, { colour: ['There is no such field.'] }],
  ['wrong type', { ...fine, name: 7 }, { name: ['Must be of type string.'] }],
  ['too long', { ...fine, name: 'Adaaaa' }, { name: ['At most 5 characters.'] }],
  ['empty', { ...fine, name: '' }, { name: ['May not be empty.'] }],
  ['too small', { ...fine, seats: 0 }, { seats: ['At least 1.'] }],
  ['too large', { ...fine, seats: 51 }, { seats: ['At most 50.'] }],
  ['no whole number', { ...fine, seats: 1.5 }, { seats: ['Must be of type integer.'] }],
  ['text for a number', { ...fine, seats: '7' }, { seats: ['Must be of type integer.'] }],
  [
    'no such day',
    { ...fine, date: '2026-02-30' },
    { date: ['Not a date of the calendar (YYYY-MM-DD).'] },
  ],
  [
    'a year that no one means',
    { ...fine, date: '0001-01-01' },
    { date: [expect.stringContaining('1900')] },
  ],
  ['no e-mail', { ...fine, email: 'ada' }, { email: ['Not an e-mail address.'] }],
  ['no time', { ...fine, time: '25:00' }, { time: [expect.stringContaining('HH:MM')] }],
  ['no such role', { ...fine, role: 'x' }, { role: ['Must be one of owner, member.'] }],
  ['no choice', { ...fine, status: 'SHUT' }, { status: ['Must be one of OPEN, LOCKED.'] }],
  [
    'inside',
    { ...fine, inner: { flag: 'yes', x: 1 } },
    {
      'inner.flag': ['Must be of type boolean.'],
      'inner.x': ['There is no such field.'],
    },
  ],
])('%s: the field is named, in words', (_what, value, errors) => {
  expect(errorsOf(value)).toEqual(errors);
});

test('everything at once', () => {
  expect(Object.keys(errorsOf({ name: '', seats: 99, x: 1 })).sort()).toEqual([
    ...['date', 'name', 'seats', 'x'],
  ]);
});

describe('a body that is none', () => {
  test.each([[[]], ['text'], [7], [null]])('%j', (value) => {
    expect(errorsOf(value)).toEqual({ body: ['Must be an object.'] });
  });
});

test('numbers are read from text in queries and paths, and only there', () => {
  expect(errorsOf({ ...fine, seats: '7' }, 'querystring')).toEqual({});
  expect(errorsOf({ ...fine, seats: 'seven' }, 'params')).toEqual({
    seats: ['Must be of type integer.'],
  });
});
