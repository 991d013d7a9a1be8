import { beforeAll, expect, test } from 'vitest';
import { assigned, openRoster, outsiders } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { askUnlock, secondAdmin } from '../testing/unlock-steps.ts';

let world: World;
let path: string;
beforeAll(async () => {
  world = await openWorld();
  const cell = await openRoster(world);
  await secondAdmin(world);
  const id = await assigned(world, 'cleo', cell);
  path = `/api/unlock-requests/${(await askUnlock(world, 'ben', [id])).body.id}`;
});

test('strangers, members and other organisations may not', async () => {
  expect(await outsiders(world, (as) => as.get(path))).toEqual([401, 403, 404]);
});

test('who asked may cancel it, another admin decide', async () => {
  const can = async (who: 'ada' | 'ben') => (await world.as[who].get(path)).body.can;
  expect(await can('ada')).toEqual({ approve: true, reject: true, cancel: false });
  expect(await can('ben')).toEqual({ approve: false, reject: false, cancel: true });
});
