import { beforeAll, describe, expect, test } from 'vitest';
import { clientOf } from '../testing/client.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf, outcome } from '../testing/rota-steps.ts';
import { accessOf, openEar } from '../testing/socket.ts';
import { until } from '../testing/until.ts';
import { does } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('stranger 401, member 403, another organisation 404', async () => {
  const path = `/api/users/${world.ids.cleo}/deactivate`;
  expect((await world.anyone.post(path, {})).status).toBe(401);
  expect(outcome(await does(world, 'dev', 'deactivate', 'cleo'))).toEqual([403, 'forbidden']);
  expect(outcome(await does(world, 'fay', 'deactivate', 'cleo'))).toEqual([404, 'not_found']);
});

// S-019, S-066.
test('on every node the next request is 401 and the sockets are closed with 4401, within five seconds', async () => {
  const there = await world.anotherNode();
  const token = await accessOf(world, 'cleo');
  const refresh = await world.anyone.post('/api/auth/login', {
    ...{ email: 'cleo@harbour.example', password: 'harbour-lantern-42' },
  });
  const here = clientOf(world.origin, async () => token);
  const onOther = clientOf(there.origin, async () => token);
  for (const client of [here, onOther]) {
    expect((await client.get('/api/auth/me')).status).toBe(200);
  }
  const ears = [await openEar(world, 'cleo'), await openEar(world, 'cleo', {}, there.origin)];

  const from = performance.now();
  expect((await does(world, 'ben', 'deactivate', 'cleo')).body).toMatchObject({
    ...{ state: 'deactivated', is_active: false, can: { activate: true, deactivate: false } },
  });
  expect((await here.get('/api/auth/me')).status).toBe(401);
  await until(
    '401 on the other node',
    async () => (await onOther.get('/api/auth/me')).status === 401,
    5,
  );
  for (const ear of ears) expect(await ear.closed).toBe(4401);
  expect(performance.now() - from).toBeLessThan(5_000);

  const again = await world.anyone.post('/api/auth/refresh', {
    refresh: refresh.body.tokens.refresh,
  });
  expect(again.status).toBe(401);
  expect(
    (
      await world.anyone.post('/api/auth/login', {
        ...{ email: 'cleo@harbour.example', password: 'harbour-lantern-42' },
      })
    ).status,
  ).toBe(401);
  expect((await eventsOf(world, world.ids.cleo)).at(-1)).toBe('person.deactivated');
});

describe('refusals', () => {
  test('nobody shuts themself out', async () => {
    expect(outcome(await does(world, 'ben', 'deactivate', 'ben'))).toEqual([409, 'not_yourself']);
  });

  test('an admin does not shut out an owner', async () => {
    expect(outcome(await does(world, 'ben', 'deactivate', 'ada'))).toEqual([403, 'role_above_own']);
  });

  test('twice at once: one 200, one 409, once in the journal', async () => {
    const answers = await Promise.all([
      does(world, 'ben', 'deactivate', 'eli'),
      does(world, 'ada', 'deactivate', 'eli'),
    ]);
    expect(answers.map(outcome).sort()).toEqual([
      [200, undefined],
      [409, 'not_active'],
    ]);
    const events = await eventsOf(world, world.ids.eli);
    expect(events.filter((event) => event === 'person.deactivated')).toHaveLength(1);
  });

  test('two owners who shut each other out at once: one stays', async () => {
    await world.sql("UPDATE person SET role = 'owner' WHERE id = $1", [world.ids.dev]);
    const answers = await Promise.all([
      does(world, 'ada', 'deactivate', 'dev'),
      does(world, 'dev', 'deactivate', 'ada'),
    ]);
    const owners = await world.sql(
      `SELECT 1 FROM person WHERE role = 'owner' AND active AND id = ANY($1)`,
      [[world.ids.ada, world.ids.dev]],
    );
    expect(owners).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});
