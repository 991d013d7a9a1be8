import { beforeAll, expect, test } from 'vitest';
import { assigned, makeDutyType, openRoster, outsiders, unlock } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const path = (id: string) => `/api/duty-types/${id}`;

test('strangers, members and other organisations may not', async () => {
  const id = await makeDutyType(world);
  expect(await outsiders(world, (as) => as.delete(path(id)))).toEqual([401, 403, 404]);
});

test('one that no roster has goes, and its name is free again', async () => {
  const id = await makeDutyType(world, { name: 'Once' });
  const answers = await Promise.all([world.as.ben.delete(path(id)), world.as.ada.delete(path(id))]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  expect((await world.as.ben.get(path(id))).status).toBe(404);
  expect(await eventsOf(world, id)).toEqual(['duty_type.created', 'duty_type.deleted']);
  await makeDutyType(world, { name: 'Once' });
});

test('one that a roster has stays: duty_type_in_use, naming it; taken out, what stood in it is kept', async () => {
  const { roster, duty } = await openRoster(world, { name: 'Doors' });
  expect(await world.as.ben.delete(path(duty))).toMatchObject({
    status: 409,
    body: { code: 'duty_type_in_use', rosters: [{ id: roster, name: 'December 2026' }] },
  });
  const id = await assigned(world, 'cleo', { roster, duty });
  await unlock(world, id);
  await world.as.ben.patch(`/api/rosters/${roster}`, { duty_types: [] });
  expect((await world.as.ben.delete(path(duty))).status).toBe(200);
  const kept = await world.as.cleo.get(`/api/duty-assignments/${id}`);
  expect(kept.body).toMatchObject({ duty_name: 'Doors', locked: false });
});
