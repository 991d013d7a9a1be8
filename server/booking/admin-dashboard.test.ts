import { beforeAll, expect, test } from 'vitest';
import { booked, decide, primeTime } from '../testing/booking-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await primeTime(world, 2, '07:00', '19:00');
});
const path = '/api/reservations/dashboard/admin';

test('a stranger, a member: refused', async () => {
  expect(outcome(await world.anyone.get(path))).toEqual([401, 'unauthenticated']);
  expect(outcome(await world.as.cleo.get(path))).toEqual([403, 'forbidden']);
});

test('how many wait, how many are today, what happened lately; in both spellings', async () => {
  await booked(world, 'cleo', { date: '2026-12-02' });
  const rejected = await booked(world, 'dev', { date: '2026-12-02', start: '12:00', end: '13:00' });
  await booked(world, 'eli', { date: '2026-11-20', start: '12:00', end: '13:00' });
  await decide(world, rejected, 'Closed for an inspection');
  for (const address of [path, '/api/reservations/admin/dashboard/']) {
    expect(await world.as.ben.get(address)).toMatchObject({
      status: 200,
      body: {
        pending_approvals: 1,
        todays_reservations: 1,
        recent_activity: [
          { event: 'reservation.rejected', user_name: 'Dev Patel', by_name: 'Ben Lindqvist' },
          { event: 'reservation.confirmed', user_name: 'Eli Novak' },
          ...[{ event: 'reservation.requested' }, { event: 'reservation.requested' }],
        ],
      },
    });
  }
  expect((await world.as.fay.get(path)).body).toEqual({
    ...{ pending_approvals: 0, todays_reservations: 0, recent_activity: [] },
  });
});
