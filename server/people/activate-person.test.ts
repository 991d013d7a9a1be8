import { expect, test } from 'vitest';
import { clientOf } from '../testing/client.ts';
import { openWorld } from '../testing/open-world.ts';
import { eventsOf, outcome } from '../testing/rota-steps.ts';
import { accessOf } from '../testing/socket.ts';
import { does } from './testing.ts';

test('lets someone in again in the role they had; old sessions stay ended', async () => {
  const world = await openWorld();
  const token = await accessOf(world, 'dev');
  const old = clientOf(world.origin, async () => token);
  expect(outcome(await does(world, 'ben', 'activate', 'dev'))).toEqual([409, 'not_deactivated']);
  await does(world, 'ben', 'deactivate', 'dev');

  const path = `/api/users/${world.ids.dev}/activate`;
  expect((await world.anyone.post(path, {})).status).toBe(401);
  expect(outcome(await does(world, 'cleo', 'activate', 'dev'))).toEqual([403, 'forbidden']);
  expect(outcome(await does(world, 'fay', 'activate', 'dev'))).toEqual([404, 'not_found']);

  const answers = await Promise.all([
    does(world, 'ben', 'activate', 'dev'),
    does(world, 'ada', 'activate', 'dev'),
  ]);
  expect(answers.map(outcome).sort()).toEqual([
    [200, undefined],
    [409, 'not_deactivated'],
  ]);
  expect((await old.get('/api/auth/me')).status).toBe(401);
  expect(await accessOf(world, 'dev')).toBeTruthy();
  expect((await eventsOf(world, world.ids.dev)).slice(-3)).toEqual([
    ...['person.deactivated', 'person.activated', 'session.started'],
  ]);
});
