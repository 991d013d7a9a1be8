import { beforeAll, expect, test } from 'vitest';
import { makeRole, personIn } from '../organisations/testing.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('a stranger, a member: refused', async () => {
  expect(outcome(await world.anyone.get('/api/users/summary'))).toEqual([401, 'unauthenticated']);
  expect(outcome(await world.as.cleo.get('/api/users?summary'))).toEqual([403, 'forbidden']);
});

test('how many of each role, own roles by name, those shut out left out; in both spellings', async () => {
  await personIn(world, await makeRole(world, 'Night lead', ['shift.read']));
  await world.sql('UPDATE person SET active = false WHERE id = $1', [world.ids.eli]);
  const told = { total_users: 5, by_role: { 'Night lead': 1, admin: 1, member: 2, owner: 1 } };
  for (const path of ['/api/users/summary', '/api/users?summary', '/api/users/?summary=true']) {
    expect(await world.as.ben.get(path)).toMatchObject({ status: 200, body: told });
  }
  expect((await world.as.fay.get('/api/users?summary')).body.total_users).toBe(2);
});
