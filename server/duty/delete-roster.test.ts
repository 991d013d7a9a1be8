import { beforeAll, expect, test } from 'vitest';
import { assigned, makeDutyType, makeRoster, outsiders, unlock } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf } from '../testing/rota-steps.ts';

let world: World;
let duty: string;
beforeAll(async () => {
  world = await openWorld();
  duty = await makeDutyType(world);
});

const path = (id: string) => `/api/rosters/${id}`;

test('strangers, members and other organisations may not', async () => {
  const id = await makeRoster(world, [duty]);
  expect(await outsiders(world, (as) => as.delete(path(id)))).toEqual([401, 403, 404]);
});

test('one that nobody is assigned in goes; what stood in it stays readable', async () => {
  const id = await makeRoster(world, [duty]);
  const assignment = await assigned(world, 'cleo', { roster: id, duty });
  expect(await world.as.ben.delete(path(id))).toMatchObject({
    status: 409,
    body: { code: 'roster_has_duties', assignments: [{ id: assignment }] },
  });
  await unlock(world, assignment);
  const answers = await Promise.all([world.as.ben.delete(path(id)), world.as.ada.delete(path(id))]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  expect((await world.as.ben.get(path(id))).status).toBe(404);
  expect((await world.as.ben.get(`/api/duty-assignments/grid?roster=${id}`)).status).toBe(404);
  expect(await eventsOf(world, id)).toEqual(['roster.created', 'roster.deleted']);
  expect((await world.as.cleo.get(`/api/duty-assignments/${assignment}`)).status).toBe(200);
  expect((await world.as.ben.get(`/api/unlock-logs?roster=${id}`)).body).toHaveLength(1);
});
