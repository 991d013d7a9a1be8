import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const typed = async (who: keyof World['as'], text: string) =>
  (await world.as[who].get(`/api/mentions?typed=${encodeURIComponent(text)}`)).body;

test('a stranger is asked to log in', async () => {
  expect(outcome(await world.anyone.get('/api/mentions?typed=c'))).toEqual([
    401,
    'unauthenticated',
  ]);
});

test('whoever has a name that begins so, and how to write them', async () => {
  const cleo = { id: world.ids.cleo, full_name: 'Cleo Marsh', insert: '@Cleo Marsh' };
  expect(await typed('dev', 'cl')).toEqual([cleo]);
  expect(await typed('dev', 'MAR')).toEqual([cleo]);
  expect(await typed('dev', '%')).toEqual([]);
  const anybody = (await world.as.dev.get('/api/mentions')).body;
  expect(anybody.length).toBeGreaterThan(3);
});

test('nobody of a neighbour, nobody who is deactivated', async () => {
  expect(await typed('fay', 'cleo')).toEqual([]);
  await world.sql('UPDATE person SET active = false WHERE id = $1', [world.ids.eli]);
  expect(await typed('dev', 'eli')).toEqual([]);
});
