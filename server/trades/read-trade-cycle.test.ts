import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';
import { traded, twoOf, wish } from '../testing/trade-steps.ts';

let world: World;
let cycle: string;
beforeAll(async () => {
  world = await openWorld();
  const [mine, theirs] = await twoOf(world, '2026-12-01');
  await wish(world, 'cleo', mine, { reservations: [theirs] });
  cycle = (await wish(world, 'dev', theirs, { reservations: [mine] })).body.cycle;
});
const path = (id: string) => `/api/reservations/trade-cycles/${id}`;

test('a stranger is asked to log in; for others and next door it is not there', async () => {
  expect(outcome(await world.anyone.get(path(cycle)))).toEqual([401, 'unauthenticated']);
  for (const who of ['eli', 'fay'] as const) {
    expect(outcome(await world.as[who].get(path(cycle)))).toEqual([404, 'not_found']);
  }
});

test('those in it see it without whose the others are; admins see all', async () => {
  const names = async (who: 'cleo' | 'ben') =>
    (await world.as[who].get(path(cycle))).body.legs.map(
      (leg: { person_name: string | null }) => leg.person_name,
    );
  expect(await names('cleo')).toEqual(['Cleo Marsh', null]);
  expect(await names('ben')).toEqual(['Cleo Marsh', 'Dev Patel']);
});

test('a trade of two is no ring, nor the other way round', async () => {
  const [mine, theirs] = await twoOf(world, '2026-12-02');
  const pair = await traded(world, 'cleo', mine, theirs);
  expect((await world.as.cleo.get(path(pair))).status).toBe(404);
  expect((await world.as.cleo.get(`/api/reservations/trades/${cycle}`)).status).toBe(404);
});
