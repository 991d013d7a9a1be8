import { beforeAll, expect, test } from 'vitest';
import { addedResource, primeTime } from '../testing/booking-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
const path = '/api/reservations/admin/primetime';

test('by weekday and start; of a resource also those of all; other rules are none', async () => {
  expect((await world.anyone.get(path)).status).toBe(401);
  expect(outcome(await world.as.cleo.get(path))).toEqual([403, 'forbidden']);
  const court = await addedResource(world, 'Court');
  const late = await primeTime(world, 4, '18:00', '19:00');
  const early = await primeTime(world, 4, '08:00', '09:00');
  const there = await primeTime(world, 0, '08:00', '09:00', { resource: court });
  await world.as.ben.post('/api/approval-rules', {
    ...{ subject: 'reservation', name: 'First', conditions: { first_booking: true } },
  });
  const list = async (query = '') =>
    (await world.as.ben.get(`${path}${query}`)).body.map((one: { id: string }) => one.id);
  expect(await list()).toEqual([there, early, late]);
  expect(await list(`?resource=${court}`)).toEqual([there, early, late]);
  const [room] = (await world.as.ben.get('/api/resources')).body;
  expect(await list(`?resource=${room.id}`)).toEqual([early, late]);
  expect((await world.as.fay.get(path)).body).toEqual([]);
});
