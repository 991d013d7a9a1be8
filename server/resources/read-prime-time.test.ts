import { beforeAll, expect, test } from 'vitest';
import { primeTime } from '../testing/booking-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('one, for admins; another organisation’s or another rule is none', async () => {
  const id = await primeTime(world, 5, '08:00', '12:00');
  const path = `/api/reservations/admin/primetime/${id}`;
  expect((await world.as.ben.get(`${path}/`)).body).toEqual({
    ...{ id, resource: null, weekday: 5, start_time: '08:00:00', end_time: '12:00:00' },
    ...{ is_active: true, version: 1 },
  });
  expect((await world.anyone.get(path)).status).toBe(401);
  expect(outcome(await world.as.cleo.get(path))).toEqual([403, 'forbidden']);
  expect(outcome(await world.as.fay.get(path))).toEqual([404, 'not_found']);
  const [rule] = (await world.as.ben.get('/api/approval-rules?subject=shift')).body;
  const other = await world.as.ben.get(`/api/reservations/admin/primetime/${rule.id}`);
  expect(outcome(other)).toEqual([404, 'not_found']);
});
