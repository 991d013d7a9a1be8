import { describe, expect, test } from 'vitest';
import { fieldsOf } from './import-columns.ts';
import { planRow, type Surroundings } from './import-row.ts';

const surroundings: Surroundings = {
  roles: new Map([
    ['member', { id: 'member', name: 'Member', whyNot: null }],
    ['owner', { id: 'owner', name: 'Owner', whyNot: 'That role may do more than yours.' }],
  ]),
  known: new Map([['cleo@harbour.example', 'In the directory already: Cleo Marsh.']]),
};
const nia = { email: 'nia@x.example', full_name: 'Nia Brandt' };
const plan = (cells: object, seen = new Map<string, number>()) =>
  planRow(7, { ...nia, ...cells }, surroundings, seen);

test('a good row', () => {
  expect(
    plan({ email: 'Nia@X.example', phone_number: '0044 7700 900123', weekly_hours_limit: '24 h' }),
  ).toEqual({
    ...{ line: 7, email: 'nia@x.example', firstName: 'Nia', lastName: 'Brandt' },
    ...{ phoneNumber: '+447700900123', role: 'member', roleName: 'Member', weeklyHours: 24 },
    errors: {},
  });
  expect(plan({ first_name: 'Nia Maria', last_name: 'Brandt' })).toMatchObject({
    ...{ firstName: 'Nia Maria', lastName: 'Brandt', errors: {} },
  });
  expect(plan({ full_name: 'Nia' })).toMatchObject({ firstName: 'Nia', lastName: '', errors: {} });
});

test.each([
  ['email', { email: '' }],
  ['email', { email: 'nia' }],
  ['email', { email: 'nia@x' }],
  ['email', { email: `${'n'.repeat(250)}@x.example` }],
  ['email', { email: 'cleo@harbour.example' }],
  ['full_name', { full_name: '' }],
  ['full_name', { full_name: '=HYPERLINK("http://evil.example") x' }],
  ['full_name', { full_name: 'Nia @SUM(A1)' }],
  ['first_name', { first_name: 'n'.repeat(81) }],
  ['phone_number', { phone_number: '0170 12345' }],
  ['role', { role: 'king' }],
  ['role', { role: 'OWNER' }],
  ['weekly_hours_limit', { weekly_hours_limit: '37.5' }],
  ['weekly_hours_limit', { weekly_hours_limit: '200' }],
])('%s is named: %o', (field, cells) => {
  expect(Object.keys(plan(cells).errors)).toEqual([field]);
});

test('the second of two same addresses names the line of the first', () => {
  const { errors } = plan({}, new Map([['nia@x.example', 3]]));
  expect(errors).toEqual({ email: ['The same address as in line 3.'] });
});

describe('columns', () => {
  test('are known by their letters', () => {
    expect(
      fieldsOf(['E-Mail address', 'FULL NAME', 'Mobile', 'Hours a week', 'Shoe size']),
    ).toEqual([...['email', 'full_name', 'phone_number', 'weekly_hours_limit', null]]);
  });

  test.each([[['Name']], [['E-mail', 'Phone']], [['E-mail', 'Name', 'Mail']]])(
    '400: %o',
    (header) => {
      expect(() => fieldsOf(header)).toThrow(/content/);
    },
  );
});
