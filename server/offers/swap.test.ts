import { describe, expect, test } from 'vitest';
import type { Burden } from './burden.ts';
import { type Turn, whyNotSwap } from './swap.ts';

const dev = {
  id: 'dev',
  full_name: 'Dev',
  email: 'dev@harbour.example',
  active: true,
  weekly_limit_minutes: 600,
};
const shift = (id: string, date: string, from: number, until: number) => ({
  id,
  person_id: 'dev',
  date,
  starts_at: `${date}T${String(from).padStart(2, '0')}:00:00Z`,
  ends_at: `${date}T${String(until).padStart(2, '0')}:00:00Z`,
  minutes: (until - from) * 60,
  status: 'APPROVED',
});
/** Monday. */
const gets = shift('gets', '2026-12-07', 6, 9);
const turn = (over: Partial<Turn> = {}): Turn => ({ person: dev, gets, gives: null, ...over });

/** What Dev has already. */
function burden(...shifts: ReturnType<typeof shift>[]): Burden {
  const approved = shifts.filter(({ status }) => status === 'APPROVED');
  return {
    loads: shifts,
    commitments: approved.map((one) => ({
      holder: { kind: 'person', id: 'dev' },
      source: { kind: 'shift', id: one.id },
      startsAt: one.starts_at,
      endsAt: one.ends_at,
    })),
  };
}
const code = (turns: Turn[], has: Burden, override = false) =>
  whyNotSwap(turns, has, 'Europe/London', override)?.code ?? 'may';

describe('one person gets 06:00 to 09:00 on Monday', () => {
  const same = shift('own', '2026-12-07', 8, 10);
  test.each<[string, Turn, Burden, string]>([
    ['free', turn(), burden(), 'may'],
    ['not active', turn({ person: { ...dev, active: false } }), burden(), 'person_inactive'],
    ['on then', turn(), burden(same), 'person_busy'],
    ['on then with what is given', turn({ gives: same }), burden(same), 'may'],
    ['touching ends', turn(), burden(shift('own', '2026-12-07', 9, 12)), 'may'],
    ['asked for then', turn(), burden({ ...same, status: 'PENDING' }), 'shift_overlaps_own'],
    ['7 hours that week', turn(), burden(shift('own', '2026-12-13', 9, 16)), 'may'],
    ['8 hours that week', turn(), burden(shift('own', '2026-12-13', 9, 17)), 'overtime'],
    ['8 hours the Sunday before', turn(), burden(shift('own', '2026-12-06', 9, 17)), 'may'],
    [
      '8 hours of requests',
      turn(),
      burden({ ...shift('own', '2026-12-08', 9, 17), status: 'PENDING' }),
      'may',
    ],
  ])('%s', (_what, one, has, expected) => {
    expect(code([one], has)).toBe(expected);
  });

  test('the override lets overtime pass and nothing else', () => {
    const long = shift('own', '2026-12-08', 9, 17);
    expect(code([turn()], burden(long), true)).toBe('may');
    expect(code([turn()], burden(long, same), true)).toBe('person_busy');
  });
});

test('both sides count; what can’t be overridden is told first', () => {
  const cleo = { ...dev, id: 'cleo', active: false };
  const long = shift('own', '2026-12-08', 9, 17);
  expect(code([turn(), turn({ person: cleo })], burden(long))).toBe('person_inactive');
});
