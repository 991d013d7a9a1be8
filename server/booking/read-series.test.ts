import { beforeAll, expect, test } from 'vitest';
import { madeSeries } from '../testing/booking-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('its person and admins read a series with its reservations; nobody else', async () => {
  const made = await madeSeries(world, '2026-12-08');
  const path = `/api/reservations/series/${made.id}`;
  expect((await world.as.cleo.get(path)).body).toEqual(made);
  expect((await world.as.ben.get(path)).body.reservations[0]).toMatchObject({
    ...{ mine: false, user_name: 'Cleo Marsh', series: made.id },
  });
  expect((await world.anyone.get(path)).status).toBe(401);
  expect(outcome(await world.as.dev.get(path))).toEqual([404, 'not_found']);
  expect(outcome(await world.as.fay.get(path))).toEqual([404, 'not_found']);
});
