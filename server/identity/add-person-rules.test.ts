import { expect, test } from 'vitest';
import { permissionsOf } from '../../contract/identity/permissions.ts';
import { mayAdd } from './add-person-rules.ts';

test.each([
  ['owner', 'owner', null],
  ['owner', 'member', null],
  ['admin', 'owner', 'role_above_own'],
  ['admin', 'admin', null],
  ['admin', 'manager', null],
  ['manager', 'admin', 'role_above_own'],
  ['manager', 'accounts', null],
] as const)('an %s adds a %s: %s', (by, role, code) => {
  const adder = { permissions: permissionsOf(by), verified: true };
  expect(mayAdd(adder, permissionsOf(role), true)?.code ?? null).toBe(code);
});

test('an own role counts by what it may do', () => {
  const adder = { permissions: permissionsOf('x', ['person.add', 'person.read']), verified: true };
  expect(mayAdd(adder, permissionsOf('y', ['person.read']), true)).toBeNull();
  expect(mayAdd(adder, permissionsOf('y', ['journal.read']), true)?.code).toBe('role_above_own');
  expect(mayAdd(adder, permissionsOf('member'), true)?.code).toBe('role_above_own');
});

test('an unverified admin adds with a password, but invites nobody', () => {
  const by = { permissions: permissionsOf('admin'), verified: false };
  expect(mayAdd(by, permissionsOf('member'), false)).toBeNull();
  expect(mayAdd(by, permissionsOf('member'), true)).toMatchObject({
    status: 403,
    code: 'verify_first',
  });
});
