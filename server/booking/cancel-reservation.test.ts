import { beforeAll, expect, test } from 'vitest';
import { book, booked, commitmentsOf, reservationOf, toldOf } from '../testing/booking-steps.ts';
import { later } from '../testing/later.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf, outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const cancel = (who: keyof World['as'], id: string) =>
  world.as[who].delete(`/api/reservations/${id}`);

test('a stranger, another member, another organisation: refused', async () => {
  const id = await booked(world, 'cleo', { date: '2026-12-01' });
  expect((await world.anyone.delete(`/api/reservations/${id}`)).status).toBe(401);
  expect(outcome(await cancel('dev', id))).toEqual([404, 'not_found']);
  expect(outcome(await cancel('fay', id))).toEqual([404, 'not_found']);
  expect(await eventsOf(world, id)).toEqual(['reservation.confirmed']);
});

test('204: it stays as CANCELLED, its span is free, its person has it taken out of their calendar', async () => {
  const id = await booked(world, 'cleo', { date: '2026-12-02' });
  expect(await cancel('cleo', id)).toMatchObject({ status: 204, body: '' });
  expect(await reservationOf(world, id)).toMatchObject({ status: 'CANCELLED', editable: false });
  expect(await commitmentsOf(world, id)).toEqual([]);
  expect(await eventsOf(world, id)).toEqual(['reservation.confirmed', 'reservation.cancelled']);
  expect((await toldOf(world, id)).at(-1)).toBe('reservation-cancelled cleo');
  expect((await book(world, 'dev', { date: '2026-12-02' })).status).toBe(201);
});

test('an admin cancels anyone’s', async () => {
  const id = await booked(world, 'dev', { date: '2026-12-03' });
  expect((await cancel('ben', id)).status).toBe(204);
  expect((await toldOf(world, id)).at(-1)).toBe('reservation-cancelled dev');
});

test('twice, or when it has begun: 409', async () => {
  const id = await booked(world, 'cleo', { date: '2026-12-04' });
  await cancel('cleo', id);
  expect(outcome(await cancel('cleo', id))).toEqual([409, 'reservation_closed']);
  const today = await booked(world, 'cleo', { date: '2026-11-20', start: '09:30', end: '10:00' });
  later(world, { minutes: 30 });
  expect(outcome(await cancel('cleo', today))).toEqual([409, 'reservation_past']);
});

test('cancelled by two at once: one 204, one 409, one event', async () => {
  const id = await booked(world, 'eli', { date: '2026-12-07' });
  const answers = await Promise.all([cancel('eli', id), cancel('ben', id)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  expect(await eventsOf(world, id)).toEqual(['reservation.confirmed', 'reservation.cancelled']);
});
