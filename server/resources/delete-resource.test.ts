import { beforeAll, expect, test } from 'vitest';
import { addedResource, book, booked } from '../testing/booking-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf, outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
const remove = (who: keyof World['as'], id: string) => world.as[who].delete(`/api/resources/${id}`);

test('a stranger, a member, another organisation: refused', async () => {
  const id = await addedResource(world, 'Court');
  expect((await world.anyone.delete(`/api/resources/${id}`)).status).toBe(401);
  expect(outcome(await remove('cleo', id))).toEqual([403, 'forbidden']);
  expect(outcome(await remove('fay', id))).toEqual([404, 'not_found']);
});

test('it is gone from lists and can’t be booked; what was booked is kept, its name is free', async () => {
  const id = await addedResource(world, 'Hut');
  const one = await booked(world, 'cleo', { resource: id });
  await world.as.cleo.delete(`/api/reservations/${one}`);
  expect((await remove('ben', id)).status).toBe(204);
  expect((await world.as.cleo.get(`/api/resources/${id}`)).status).toBe(404);
  expect((await book(world, 'cleo', { resource: id })).status).toBe(400);
  expect((await world.as.cleo.get(`/api/reservations/${one}`)).body.resource_name).toBe('Hut');
  expect(await eventsOf(world, id)).toEqual(['resource.created', 'resource.deleted']);
  await addedResource(world, 'Hut');
});

test('the default one stays; one that is booked stays until nothing is', async () => {
  const [room] = (await world.as.ben.get('/api/resources')).body;
  expect(outcome(await remove('ben', room.id))).toEqual([409, 'resource_default']);
  const id = await addedResource(world, 'Booked');
  const one = await booked(world, 'cleo', { resource: id });
  expect(await remove('ben', id)).toMatchObject({
    status: 409,
    body: { code: 'resource_in_use', reservations: 1 },
  });
  await world.as.cleo.delete(`/api/reservations/${one}`);
  expect((await remove('ben', id)).status).toBe(204);
});

test('deleted while it is booked: one of both', async () => {
  for (const name of ['A', 'B', 'C', 'D']) {
    const id = await addedResource(world, name);
    const date = `2026-12-1${name.charCodeAt(0) - 64}`;
    const [gone, taken] = await Promise.all([
      remove('ben', id),
      book(world, 'cleo', { date, resource: id }),
    ]);
    expect([
      [204, 400],
      [409, 201],
    ]).toContainEqual([gone.status, taken.status]);
  }
});

test('by two at once: one 204, one 404', async () => {
  const id = await addedResource(world, 'Once');
  const answers = await Promise.all([remove('ben', id), remove('ada', id)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
});
