import { beforeAll, expect, test } from 'vitest';
import { makeDutyType } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('members read one; others have none of it', async () => {
  const id = await makeDutyType(world, { name: 'Doors' });
  const answer = await world.as.cleo.get(`/api/duty-types/${id}`);
  expect(answer).toMatchObject({ status: 200, body: { id, name: 'Doors' } });
  expect(answer.headers.get('etag')).toBe('"1"');
  expect((await world.as.fay.get(`/api/duty-types/${id}`)).status).toBe(404);
  expect((await world.anyone.get(`/api/duty-types/${id}`)).status).toBe(401);
});
