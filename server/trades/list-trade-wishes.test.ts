import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';
import { twoOf, wish } from '../testing/trade-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
const path = '/api/reservations/trade-wishes';

test('a stranger is asked to log in', async () => {
  expect(outcome(await world.anyone.get(path))).toEqual([401, 'unauthenticated']);
});

test('one’s own and nobody else’s, not even an admin’s', async () => {
  const [mine] = await twoOf(world, '2026-12-01');
  const wanted = { start_time: '14:00', end_time: '16:00' };
  await wish(world, 'cleo', mine, wanted);
  expect((await world.as.cleo.get(path)).body).toMatchObject([
    { reservation: { id: mine }, wanted },
  ]);
  for (const who of ['dev', 'ben', 'fay'] as const) {
    expect((await world.as[who].get(path)).body).toEqual([]);
  }
});
