import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';
import { answerRing, twoOf, wish } from '../testing/trade-steps.ts';

let world: World;
const cycles: string[] = [];
beforeAll(async () => {
  world = await openWorld();
  for (const date of ['2026-12-01', '2026-12-02']) {
    const [mine, theirs] = await twoOf(world, date);
    await wish(world, 'cleo', mine, { reservations: [theirs] });
    cycles.push((await wish(world, 'dev', theirs, { reservations: [mine] })).body.cycle);
    world.clock.advance({ minutes: 1 });
  }
});
const list = async (who: keyof World['as'], query = '') =>
  (await world.as[who].get(`/api/reservations/trade-cycles${query}`)).body.map(
    (cycle: { id: string }) => cycle.id,
  );

test('a stranger is asked to log in', async () => {
  expect(outcome(await world.anyone.get('/api/reservations/trade-cycles'))).toEqual([
    401,
    'unauthenticated',
  ]);
});

test('one’s own, newest first; of one status; none for others', async () => {
  expect(await list('cleo')).toEqual(cycles.toReversed());
  for (const who of ['eli', 'ben', 'fay'] as const) expect(await list(who)).toEqual([]);
  await answerRing(world, 'dev', cycles[0] as string, 'reject');
  expect(await list('dev', '?status=REJECTED')).toEqual([cycles[0]]);
  expect(await list('dev', '?status=PENDING&limit=1')).toEqual([cycles[1]]);
});
