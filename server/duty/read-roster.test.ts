import { beforeAll, expect, test } from 'vitest';
import { openRoster } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('members read one with its duties; others have none of it', async () => {
  const { roster } = await openRoster(world, { name: 'Doors' });
  const answer = await world.as.cleo.get(`/api/rosters/${roster}`);
  expect(answer).toMatchObject({
    status: 200,
    body: { id: roster, duty_types: [{ name: 'Doors' }], can: { edit: false } },
  });
  expect((await world.as.fay.get(`/api/rosters/${roster}`)).status).toBe(404);
  expect((await world.anyone.get(`/api/rosters/${roster}`)).status).toBe(401);
});
