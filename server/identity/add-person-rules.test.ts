import { expect, test } from 'vitest';
import { mayAdd } from './add-person-rules.ts';

test.each([
  ['owner', 'owner', null],
  ['owner', 'member', null],
  ['admin', 'owner', 'role_above_own'],
  ['admin', 'admin', null],
  ['admin', 'manager', null],
] as const)('an %s adds a %s: %s', (by, role, code) => {
  expect(mayAdd({ role: by, verified: true }, role, true)?.code ?? null).toBe(code);
});

test('an unverified admin adds with a password, but invites nobody', () => {
  const by = { role: 'admin', verified: false } as const;
  expect(mayAdd(by, 'member', false)).toBeNull();
  expect(mayAdd(by, 'member', true)).toMatchObject({ status: 403, code: 'verify_first' });
});
