import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { enrol, logInWithCode, someone } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('a stranger is asked to log in', async () => {
  expect((await world.anyone.get('/api/auth/second-factor')).status).toBe(401);
});

test('off, on since when, and how many recovery codes are left', async () => {
  const nia = await someone(world);
  const read = async () => (await nia.client.get('/api/auth/second-factor')).body;
  expect(await read()).toEqual({ enabled: false, since: null, recovery_codes_left: 0 });
  await nia.client.post('/api/auth/second-factor', {});
  expect((await read()).enabled).toBe(false);
  const { codes } = await enrol(world, nia);
  const since = '2026-11-20T09:00:00Z';
  expect(await read()).toEqual({ enabled: true, since, recovery_codes_left: 10 });
  await logInWithCode(world, nia, codes[0] ?? '');
  expect((await read()).recovery_codes_left).toBe(9);
});
