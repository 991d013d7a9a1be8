import { beforeAll, expect, test } from 'vitest';
import { holding, register } from '../identity/testing.ts';
import { addedResource } from '../testing/booking-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
const names = (rows: { name: string }[]) => rows.map(({ name }) => name);

test('a stranger is asked to log in', async () => {
  expect((await world.anyone.get('/api/resources')).status).toBe(401);
});

test('every organisation begins with one; the default comes first, then by name', async () => {
  const before = (await world.as.cleo.get('/api/resources')).body;
  expect(before).toMatchObject([
    { name: 'Room', is_default: true, capacity: 1, can: { edit: false, delete: false } },
  ]);
  await addedResource(world, 'Van');
  await addedResource(world, 'Court');
  expect(names((await world.as.cleo.get('/api/resources')).body)).toEqual(['Room', 'Court', 'Van']);
  expect((await world.as.ben.get('/api/resources')).body[1].can).toEqual({
    edit: true,
    delete: true,
  });
  expect(names((await world.as.fay.get('/api/resources')).body)).toEqual(['Room']);
  const founded = holding(world, await register(world, { organisation_name: 'New here' }));
  expect(names((await founded.get('/api/resources')).body)).toEqual(['Room']);
});
