import { beforeAll, expect, test } from 'vitest';
import { assigned, openRoster } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('members read one, and may do nothing with it; others have none of it', async () => {
  const id = await assigned(world, 'cleo', await openRoster(world, { name: 'Doors' }));
  const path = `/api/duty-assignments/${id}`;
  const answer = await world.as.dev.get(path);
  expect(answer).toMatchObject({
    status: 200,
    body: {
      ...{ id, duty_name: 'Doors', person_name: 'Cleo Marsh', locked: true },
      can: { unlock: false, move: false, delete: false, edit: false },
    },
  });
  expect((await world.as.fay.get(path)).status).toBe(404);
  expect((await world.anyone.get(path)).status).toBe(401);
});
