import { beforeAll, describe, expect, test } from 'vitest';
import {
  assigned,
  gridOf,
  makeDutyType,
  makeRoster,
  outsiders,
  unlock,
} from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf } from '../testing/rota-steps.ts';

let world: World;
let doors: string;
let tea: string;
beforeAll(async () => {
  world = await openWorld();
  doors = await makeDutyType(world, { name: 'Doors' });
  tea = await makeDutyType(world, { name: 'Tea', start_time: '19:00', end_time: '21:00' });
});

const edit = (id: string, body: object, headers = {}) =>
  world.as.ben.patch(`/api/rosters/${id}`, body, headers);

test('strangers, members and other organisations may not', async () => {
  const id = await makeRoster(world, [doors]);
  const call = (as: World['anyone']) => as.patch(`/api/rosters/${id}`, { name: 'Mine' });
  expect(await outsiders(world, call)).toEqual([401, 403, 404]);
});

test('name, dates, duties and their order; what changed is journalled; nothing changed is no event', async () => {
  const id = await makeRoster(world, [doors]);
  const answer = await edit(id, {
    ...{ name: 'Advent', end_date: '2026-12-24', duty_types: [tea, doors], second_calendar: false },
  });
  expect(answer.body).toMatchObject({
    ...{ name: 'Advent', end_date: '2026-12-24', version: 2, second_calendar: false },
    duty_types: [{ name: 'Tea' }, { name: 'Doors' }],
  });
  await edit(id, { duty_types: [tea, doors], name: 'Advent' });
  expect(await eventsOf(world, id)).toEqual(['roster.created', 'roster.updated']);
  expect((await world.journal()).at(-1)?.data.changes).toMatchObject({
    name: { before: 'December 2026', after: 'Advent' },
    duty_types: { before: [doors], after: [tea, doors] },
  });
});

describe('where people would lose a duty', () => {
  test('it does not shrink: roster_shrinks, saying who; with them unlocked it does', async () => {
    const id = await makeRoster(world, [doors, tea]);
    const last = await assigned(world, 'cleo', { roster: id, duty: doors, date: '2026-12-31' });
    const other = await assigned(world, 'dev', { roster: id, duty: tea, date: '2026-12-05' });
    expect(await edit(id, { end_date: '2026-12-30' })).toMatchObject({
      status: 409,
      body: { code: 'roster_shrinks', assignments: [{ id: last, person_name: 'Cleo Marsh' }] },
    });
    expect(await edit(id, { duty_types: [doors] })).toMatchObject({
      status: 409,
      body: { code: 'roster_shrinks', assignments: [{ id: other }] },
    });
    await unlock(world, last);
    await unlock(world, other);
    expect((await edit(id, { end_date: '2026-12-30', duty_types: [doors] })).status).toBe(200);
  });

  test('what stood outside of it is still there when one asks how it stood', async () => {
    const id = await makeRoster(world, [doors, tea]);
    const cell = { roster: id, duty: tea, date: '2026-12-31' };
    const gone = await assigned(world, 'eli', cell);
    await world.clock.advance({ seconds: 30 });
    const before = world.clock.now().toString();
    await world.clock.advance({ seconds: 30 });
    await unlock(world, gone);
    await edit(id, { end_date: '2026-12-20', duty_types: [doors] });
    const then = await gridOf(world, id, `&as_of=${before}`);
    expect(then.duty_types.map((one: { name: string }) => one.name)).toEqual(['Doors', 'Tea']);
    const row = then.rows.find((one: { date: string }) => one.date === cell.date);
    expect(row.cells[1].assignments).toMatchObject([{ id: gone, person_name: 'Eli Novak' }]);
    expect((await gridOf(world, id)).duty_types).toHaveLength(1);
  });
});

test('another version than was read: 412, one of two', async () => {
  const id = await makeRoster(world, [doors]);
  const answers = await Promise.all(
    ['A', 'B'].map((name) => edit(id, { name }, { 'if-match': '"1"' })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect((await edit(id, { end_date: '2026-11-01' })).status).toBe(400);
});
