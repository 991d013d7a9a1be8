import { beforeAll, expect, test } from 'vitest';
import { eventsAbout, harbourCode } from '../identity/testing.ts';
import { clientOf } from '../testing/client.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { openEar } from '../testing/socket.ts';
import { someone, withKey } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const keyOf = async (who: Awaited<ReturnType<typeof someone>>) =>
  (await who.client.post('/api/auth/api-keys', { name: 'x', scopes: ['shift.read'] })).body;

test('a stranger is asked to log in; of someone else it is not there', async () => {
  const nia = await someone(world, { join_code: await harbourCode(world) });
  const { id } = await keyOf(nia);
  expect((await world.anyone.delete(`/api/auth/api-keys/${id}`)).status).toBe(401);
  for (const who of ['ada', 'fay'] as const) {
    expect((await world.as[who].delete(`/api/auth/api-keys/${id}`)).status).toBe(404);
  }
});

test('it opens nothing at once, on another node within a second, and its socket closes', async () => {
  const node = await world.anotherNode();
  const nia = await someone(world);
  const { id, key } = await keyOf(nia);
  const there = clientOf(node.origin, async () => key);
  expect((await there.get('/api/shifts')).status).toBe(200);
  const ear = await openEar(world, undefined, {}, node.origin);
  ear.say({ type: 'authenticate', token: key });
  await ear.hears(({ type }) => type === 'ready');
  expect((await nia.client.delete(`/api/auth/api-keys/${id}`)).status).toBe(200);
  expect((await withKey(world, key).get('/api/shifts')).status).toBe(401);
  const status = async () => (await there.get('/api/shifts')).status;
  await expect.poll(status, { interval: 20 }).toBe(401);
  expect(await ear.closed).toBe(4401);
});

test('twice at once it is revoked once', async () => {
  const nia = await someone(world);
  const { id } = await keyOf(nia);
  const revoke = () => nia.client.delete(`/api/auth/api-keys/${id}`);
  const answers = await Promise.all([revoke(), revoke()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  const events = await eventsAbout(world, nia.id);
  expect(events.filter((event) => event === 'api_key.revoked')).toHaveLength(1);
});
