import { beforeAll, expect, test } from 'vitest';
import { booked, decide, primeTime } from '../testing/booking-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await primeTime(world, 2, '07:00', '19:00');
});

test('a stranger is asked to log in', async () => {
  expect((await world.anyone.get('/api/reservations/dashboard/user')).status).toBe(401);
});

test('what is ahead by time, and what happened lately, newest first; in both spellings', async () => {
  const later = await booked(world, 'cleo', { date: '2026-12-03' });
  const waits = await booked(world, 'cleo', { date: '2026-12-02' });
  const gone = await booked(world, 'cleo', { date: '2026-12-01' });
  await world.as.cleo.delete(`/api/reservations/${gone}`);
  await booked(world, 'dev', { date: '2026-12-04' });
  await decide(world, waits);
  for (const path of ['/api/reservations/dashboard/user', '/api/reservations/dashboard/']) {
    const { status, body } = await world.as.cleo.get(path);
    expect(status).toBe(200);
    expect(body.upcoming_reservations.map((one: { id: string }) => one.id)).toEqual([waits, later]);
    expect(body.pending_trades).toEqual({ sent: 0, received: 0 });
    expect(
      body.recent_activity.map((one: { event: string; reservation: string; by_name: string }) => [
        one.event,
        one.reservation,
        one.by_name,
      ]),
    ).toEqual([
      ['reservation.confirmed', waits, 'Ben Lindqvist'],
      ['reservation.cancelled', gone, 'Cleo Marsh'],
      ['reservation.confirmed', gone, 'Cleo Marsh'],
      ['reservation.requested', waits, 'Cleo Marsh'],
      ['reservation.confirmed', later, 'Cleo Marsh'],
    ]);
  }
});
