import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { someone } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('a stranger is asked to log in', async () => {
  expect((await world.anyone.get('/api/auth/api-keys')).status).toBe(401);
});

test('mine, the newest first, revoked ones too, and nobody else’s', async () => {
  const nia = await someone(world);
  await world.as.ada.post('/api/auth/api-keys', { name: 'Ada’s', scopes: ['shift.read'] });
  for (const name of ['One', 'Two']) {
    world.clock.advance({ seconds: 1 });
    await nia.client.post('/api/auth/api-keys', { name, scopes: ['shift.read'] });
  }
  const [two] = (await nia.client.get('/api/auth/api-keys')).body;
  await nia.client.delete(`/api/auth/api-keys/${two.id}`);
  const { body } = await nia.client.get('/api/auth/api-keys');
  expect(body).toMatchObject([
    { name: 'Two', revoked_at: expect.any(String) },
    { name: 'One', revoked_at: null },
  ]);
  expect(JSON.stringify(body)).not.toMatch(/cb_|hash/);
});
