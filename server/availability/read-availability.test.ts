import { expect, test } from 'vitest';
import { openWorld } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';
import { say } from './testing.ts';

test('one’s own, and anyone’s for an admin; nobody else finds it', async () => {
  const world = await openWorld();
  const path = `/api/users/${world.ids.cleo}/availability`;
  expect((await world.anyone.get(path)).status).toBe(401);
  expect((await world.as.cleo.get(path)).body).toEqual({ time_zone: 'Europe/London', hours: [] });
  const hours = [{ weekday: 7, start_time: '00:00:00', end_time: '00:00:00', available: false }];
  await say(world, 'cleo', hours);
  for (const who of ['cleo', 'ben'] as const) {
    expect((await world.as[who].get(path)).body).toEqual({ time_zone: 'Europe/London', hours });
  }
  for (const who of ['dev', 'fay'] as const) {
    expect(outcome(await world.as[who].get(path))).toEqual([404, 'not_found']);
  }
});
