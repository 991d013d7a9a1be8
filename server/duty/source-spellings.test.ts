import { beforeAll, expect, test } from 'vitest';
import { assigned, makeDutyType, makeRoster, openRoster, reason } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('the calls of the source document, as it spells them', async () => {
  const { roster, duty } = await openRoster(world);
  const made = await world.as.ben.post('/api/duty-assignments/', {
    ...{ roster, date: '2026-12-01', duty_type: duty, person: world.ids.cleo },
  });
  expect(made.status).toBe(201);
  expect((await world.as.cleo.get('/api/duty-assignments/')).body).toHaveLength(1);
  expect((await world.as.cleo.get('/api/duty-assignments/grid/')).body.roster.id).toBe(roster);
  const path = `/api/duty-assignments/${made.body.id}`;
  expect((await world.as.ben.post(`${path}/unlock/`, { reason })).status).toBe(200);
  expect((await world.as.ben.delete(`${path}/`)).status).toBe(200);
  expect((await world.as.ben.get('/api/unlock-logs/')).body).toHaveLength(1);
  expect((await world.as.ben.get('/api/reminders/')).status).toBe(200);
  expect((await world.as.ben.get('/api/reminders/pending/')).status).toBe(200);
});

test('the grid that one means without naming it: today’s, else the next, else the last', async () => {
  const duty = await makeDutyType(world);
  const meant = async () => (await world.as.gus.get('/api/duty-assignments/grid')).body;
  expect((await meant()).code).toBe('not_found');
  const usual = async () =>
    (await world.as.cleo.get('/api/duty-assignments/grid')).body.roster.name as string;
  await makeRoster(world, [duty], {
    name: 'Next',
    start_date: '2026-11-28',
    end_date: '2026-12-05',
  });
  expect(await usual()).toBe('Next');
  await makeRoster(world, [duty], {
    name: 'Past',
    start_date: '2026-10-01',
    end_date: '2026-10-31',
  });
  expect(await usual()).toBe('Next');
  const now = { name: 'Now', start_date: '2026-11-01', end_date: '2026-11-20' };
  const roster = await makeRoster(world, [duty], now);
  expect(await usual()).toBe('Now');
  await assigned(world, 'dev', { roster, duty, date: '2026-11-20' });
});
