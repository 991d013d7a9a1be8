import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';
import { traded, twoOf } from '../testing/trade-steps.ts';

let world: World;
let path: string;
beforeAll(async () => {
  world = await openWorld();
  const [mine, theirs] = await twoOf(world, '2026-12-01');
  path = `/api/reservations/trades/${await traded(world, 'cleo', mine, theirs)}`;
});

test('a stranger is asked to log in; for others and next door it is not there', async () => {
  expect(outcome(await world.anyone.get(path))).toEqual([401, 'unauthenticated']);
  for (const who of ['eli', 'fay'] as const) {
    expect(outcome(await world.as[who].get(path))).toEqual([404, 'not_found']);
  }
});

test('both in it and admins see it, each what they may do', async () => {
  const direction = async (who: 'cleo' | 'dev' | 'ben') =>
    (await world.as[who].get(path)).body.direction;
  expect([await direction('cleo'), await direction('dev'), await direction('ben')]).toEqual([
    ...['sent', 'received', 'other'],
  ]);
  const admin = (await world.as.ben.get(path)).body;
  expect(admin).toMatchObject({
    ...{ requester_name: 'Cleo Marsh', target_name: 'Dev Patel' },
    can: { accept: false, reject: false, cancel: false, approve: false, decline: false },
  });
});
