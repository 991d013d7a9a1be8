import { beforeAll, describe, expect, test } from 'vitest';
import { makeDutyType, outsiders } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf } from '../testing/rota-steps.ts';

let world: World;
let doors: string;
let tea: string;
beforeAll(async () => {
  world = await openWorld();
  doors = await makeDutyType(world, { name: 'Doors' });
  tea = await makeDutyType(world, { name: 'Tea' });
  await makeDutyType(world, { name: 'Old', active: false });
});

const december = { name: 'December', start_date: '2026-12-01', end_date: '2026-12-31' };
const create = (body: object) => world.as.ben.post('/api/rosters', body);
const namesOf = (roster: { duty_types: { name: string }[] }) =>
  roster.duty_types.map(({ name }) => name);

test('strangers and members may not; another organisation makes its own', async () => {
  const call = (as: World['anyone']) => as.post('/api/rosters', december);
  expect(await outsiders(world, call)).toEqual([401, 403, 201]);
});

test('with all that is done, or with these duties in this order', async () => {
  const usual = await create(december);
  expect(usual).toMatchObject({
    status: 201,
    body: {
      ...december,
      ...{ second_calendar: true, assigned: 0, version: 1 },
      ...{ created_by: world.ids.ben, created_by_name: 'Ben Lindqvist' },
      can: { edit: true, delete: true, assign: true, unlock: true },
    },
  });
  expect(namesOf(usual.body)).toEqual(['Doors', 'Tea']);
  expect(await eventsOf(world, usual.body.id)).toEqual(['roster.created']);
  const own = await create({ ...december, duty_types: [tea, doors], second_calendar: false });
  expect(namesOf(own.body)).toEqual(['Tea', 'Doors']);
  expect(own.body.second_calendar).toBe(false);
  expect(namesOf((await create({ ...december, duty_types: [] })).body)).toEqual([]);
  const seen = await world.as.cleo.get(`/api/rosters/${own.body.id}`);
  expect(seen.body.can).toEqual({ edit: false, delete: false, assign: false, unlock: false });
});

describe('refusals', () => {
  test('dates: backwards, longer than a leap year, none of the calendar', async () => {
    expect(
      Object.keys((await create({ ...december, end_date: '2026-11-30' })).body.errors),
    ).toEqual(['end_date']);
    const year = { name: 'Year', start_date: '2028-01-01' };
    expect((await create({ ...year, end_date: '2028-12-31' })).status).toBe(201);
    expect((await create({ ...year, end_date: '2029-01-01' })).status).toBe(400);
    expect((await create({ ...december, start_date: '2026-02-30' })).status).toBe(400);
  });

  test('a duty of nobody’s, of another organisation, or twice: 400 on duty_types', async () => {
    const [foreign] = await world.sql<{ id: string }>(
      `INSERT INTO duty_type (organisation_id, id, name, start_time, end_time, overnight, colour,
         created_at, updated_at)
       SELECT organisation_id, gen_random_uuid(), 'Theirs', '08:00', '09:00', false, '#000000',
         now(), now() FROM person WHERE id = $1 RETURNING id`,
      [world.ids.fay],
    );
    for (const duty_types of [[foreign?.id], [doors, doors], ['7']]) {
      const answer = await create({ ...december, duty_types });
      expect(answer.status).toBe(400);
      expect(Object.keys(answer.body.errors)[0]).toMatch(/^duty_types/);
    }
  });
});
