import { beforeAll, expect, test } from 'vitest';
import { makeDutyType } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('by place, then by name; active ones or not; of one’s own organisation', async () => {
  await makeDutyType(world, { name: 'Late', position: 5 });
  await makeDutyType(world, { name: 'Beta', position: 1 });
  await makeDutyType(world, { name: 'Alpha', position: 1 });
  const old = await makeDutyType(world, { name: 'Old', position: 0, active: false });
  const names = async (query = '') => {
    const { body } = await world.as.cleo.get(`/api/duty-types${query}`);
    return body.map((one: { name: string }) => one.name);
  };
  expect(await names()).toEqual(['Old', 'Alpha', 'Beta', 'Late']);
  expect(await names('?active=true')).toEqual(['Alpha', 'Beta', 'Late']);
  expect(await names('?active=false')).toEqual(['Old']);
  await world.as.ben.delete(`/api/duty-types/${old}`);
  expect(await names()).toEqual(['Alpha', 'Beta', 'Late']);
  expect((await world.as.fay.get('/api/duty-types')).body).toEqual([]);
  expect((await world.anyone.get('/api/duty-types')).status).toBe(401);
});
