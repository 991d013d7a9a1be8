import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const path = '/api/me/quiet-hours';
const updates = async () =>
  (await world.journal()).filter(({ event }) => event === 'preferences.updated');

test('a stranger is asked to log in', async () => {
  expect(outcome(await world.anyone.delete(path))).toEqual([401, 'unauthenticated']);
});

test('mine end, others’ stay; where there are none nothing happens', async () => {
  for (const who of ['cleo', 'dev'] as const) {
    await world.as[who].put(path, { from: '22:00', until: '07:00' });
  }
  expect((await world.as.cleo.delete(path)).body.quiet_hours).toBeNull();
  expect((await world.as.cleo.delete(path)).body.quiet_hours).toBeNull();
  const { body } = await world.as.dev.get('/api/me/notification-preferences');
  expect(body.quiet_hours).toEqual({ from: '22:00:00', until: '07:00:00' });
  expect(await updates()).toHaveLength(3);
  expect((await updates()).at(-1)).toMatchObject({ data: { quiet_hours: null } });
});
