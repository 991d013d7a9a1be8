import { describe, expect, test } from 'vitest';
import { permissionsOf, type Role } from '../../contract/identity/permissions.ts';
import type { PeriodStatus } from '../../contract/rota/period.ts';
import type { ShiftStatus } from '../../contract/rota/shift.ts';
import type { Actor } from '../platform/scope.ts';
import { decides, sees } from './policy.ts';
import { whyNotChange, whyNotDecide, whyOvertime } from './shift.ts';
import { whyNotAsk, whyOutside } from './shift-wish.ts';

function actor(role: Role, personId = 'cleo'): Actor {
  const session = { accountId: 'account', sessionId: 'session', fullName: 'Cleo Marsh' };
  return { personId, role, permissions: permissionsOf(role), verified: true, ...session };
}

const shift = (status: ShiftStatus, period_status: PeriodStatus = 'OPEN') => ({
  person_id: 'cleo',
  status,
  period_status,
});

describe('deciding', () => {
  test.each<[ShiftStatus, PeriodStatus, string | null]>([
    ['PENDING', 'OPEN', null],
    ['PENDING', 'LOCKED', null],
    ['PENDING', 'FINALIZED', 'period_finalized'],
    ['APPROVED', 'OPEN', 'shift_not_pending'],
    ['APPROVED', 'FINALIZED', 'period_finalized'],
    ['REJECTED', 'OPEN', 'shift_not_pending'],
    ['CANCELLED', 'LOCKED', 'shift_not_pending'],
  ])('a %s request in a %s period: %s', (status, period, code) => {
    expect(whyNotDecide(shift(status, period))?.code ?? null).toBe(code);
  });
});

describe('changing', () => {
  test.each<[Role, ShiftStatus, PeriodStatus, string | null]>([
    ['member', 'PENDING', 'OPEN', null],
    ['member', 'PENDING', 'LOCKED', null],
    ['member', 'PENDING', 'FINALIZED', 'period_finalized'],
    ['member', 'APPROVED', 'OPEN', 'shift_not_pending'],
    ['manager', 'APPROVED', 'OPEN', 'shift_not_pending'],
    ['member', 'REJECTED', 'OPEN', 'shift_not_pending'],
    ['admin', 'APPROVED', 'OPEN', null],
    ['owner', 'APPROVED', 'LOCKED', null],
    ['admin', 'APPROVED', 'FINALIZED', 'period_finalized'],
    ['admin', 'REJECTED', 'OPEN', 'shift_not_pending'],
    ['admin', 'CANCELLED', 'OPEN', 'shift_not_pending'],
  ])('as %s a %s shift in a %s period: %s', (role, status, period, code) => {
    expect(whyNotChange(shift(status, period), actor(role))?.code ?? null).toBe(code);
  });

  test('the refusal says which state it is in', () => {
    expect(whyNotChange(shift('REJECTED'), actor('admin'))).toEqual({
      code: 'shift_not_pending',
      detail: 'This shift is REJECTED; only a pending request can be changed.',
      facts: { shift_status: 'REJECTED' },
    });
  });
});

test.each<[PeriodStatus, boolean, string | null]>([
  ['OPEN', false, null],
  ['OPEN', true, null],
  ['LOCKED', false, 'period_not_open'],
  ['LOCKED', true, null],
  ['FINALIZED', false, 'period_not_open'],
  ['FINALIZED', true, 'period_not_open'],
])('asking in a %s period, direct %s: %s', (status, direct, code) => {
  expect(whyNotAsk(status, direct)?.code ?? null).toBe(code);
});

test.each([
  ['2026-11-30', false],
  ['2026-12-01', true],
  ['2026-12-31', true],
  ['2027-01-01', false],
])('%s lies in December 2026: %s', (date, inside) => {
  const refused = whyOutside(date, { start_date: '2026-12-01', end_date: '2026-12-31' });
  expect(refused === null).toBe(inside);
  if (refused)
    expect(refused).toMatchObject({
      status: 400,
      facts: { errors: { date: [expect.stringContaining('Must')] } },
    });
});

test.each([
  [2_400, false, null],
  [2_401, false, 'overtime'],
  [2_401, true, null],
  [0, false, null],
])('%i minutes of 2400, override %s: %s', (minutes, override, code) => {
  const refused = whyOvertime('Cleo Marsh', minutes, 2_400, override);
  expect(refused?.code ?? null).toBe(code);
  if (refused) {
    expect(refused.facts).toEqual({ weekly_hours_after: '40.02', weekly_limit: '40.00' });
    expect(refused.detail).toContain('Cleo Marsh would have 40.02 hours');
  }
});

test.each<[Role, string, boolean, boolean]>([
  ['owner', 'ada', true, true],
  ['admin', 'ben', true, true],
  ['manager', 'mia', false, false],
  ['member', 'dev', false, false],
  ['member', 'cleo', false, true],
])('%s %s decides: %s, sees a shift of cleo: %s', (role, id, decide, see) => {
  expect(decides(actor(role, id))).toBe(decide);
  expect(sees(actor(role, id), { person_id: 'cleo' })).toBe(see);
});
