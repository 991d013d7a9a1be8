import { beforeAll, describe, expect, test } from 'vitest';
import { assigned, makeDutyType, openRoster, outsiders, unlock } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const edit = (id: string, body: object, headers = {}) =>
  world.as.ben.patch(`/api/duty-types/${id}`, body, headers);

test('strangers, members and other organisations may not', async () => {
  const id = await makeDutyType(world);
  const call = (as: World['anyone']) => as.patch(`/api/duty-types/${id}`, { name: 'Mine' });
  expect(await outsiders(world, call)).toEqual([401, 403, 404]);
});

test('what changed is journalled, before and after; a change of nothing is no event', async () => {
  const id = await makeDutyType(world, { name: 'Door' });
  const answer = await edit(id, { name: 'Doors', people: 2, colour: '#00aa00', active: false });
  expect(answer.body).toMatchObject({ name: 'Doors', people: 2, active: false, version: 2 });
  await edit(id, { name: 'Doors' });
  expect(await eventsOf(world, id)).toEqual(['duty_type.created', 'duty_type.updated']);
  expect((await world.journal()).at(-1)?.data.changes).toMatchObject({
    name: { before: 'Door', after: 'Doors' },
    people: { before: 1, after: 2 },
  });
});

test('the clock becomes the sun and the sun the clock; one end of a time moves alone', async () => {
  const id = await makeDutyType(world);
  expect((await edit(id, { end_time: '21:00' })).body).toMatchObject({
    ...{ start_time: '18:00:00', end_time: '21:00:00' },
  });
  const sun = { event: 'fajr', offset_minutes: -15, minutes: 20 };
  expect((await edit(id, { sun })).body).toMatchObject({ sun, start_time: null });
  expect((await edit(id, { end_time: '21:00' })).status).toBe(400);
  expect((await edit(id, { start_time: '22:00', end_time: '02:00' })).body).toMatchObject({
    ...{ sun: null, start_time: '22:00:00', overnight: true },
  });
});

describe('while people are assigned ahead', () => {
  test('its time stays, and its people are no fewer than those: duty_type_in_use, saying who', async () => {
    const cell = await openRoster(world, { people: 3 });
    const first = await assigned(world, 'cleo', cell);
    const second = await assigned(world, 'dev', cell);
    const moved = await edit(cell.duty, { start_time: '17:00' });
    expect(moved).toMatchObject({ status: 409, body: { code: 'duty_type_in_use' } });
    expect(moved.body.assignments).toHaveLength(2);
    expect(moved.body.detail).toContain('Cleo Marsh on 2026-12-01; Dev Patel on 2026-12-01');
    const fewer = await edit(cell.duty, { people: 1 });
    expect(fewer.body.assignments).toMatchObject([{ id: second, person_name: 'Dev Patel' }]);
    expect((await edit(cell.duty, { people: 2, name: 'Still fine' })).status).toBe(200);
    await unlock(world, first);
    await unlock(world, second);
    expect((await edit(cell.duty, { start_time: '17:00', people: 1 })).status).toBe(200);
  });

  test('what has been done does not hold its time', async () => {
    const past = { name: 'November', start_date: '2026-11-01', end_date: '2026-11-30' };
    const cell = await openRoster(world, {}, past);
    const id = await assigned(world, 'cleo', { ...cell, date: '2026-11-10' });
    expect((await edit(cell.duty, { start_time: '17:00' })).status).toBe(200);
    const done = await world.as.cleo.get(`/api/duty-assignments/${id}`);
    expect(done.body.start_time).toBe('18:00:00');
  });
});

test('a name that is there: duty_type_exists; another version than was read: 412, one of two', async () => {
  const id = await makeDutyType(world, { name: 'Lights' });
  await makeDutyType(world, { name: 'Sound' });
  expect(await edit(id, { name: 'sound' })).toMatchObject({
    status: 409,
    body: { code: 'duty_type_exists' },
  });
  const answers = await Promise.all(
    ['A', 'B'].map((name) => edit(id, { name: `Lights ${name}` }, { 'if-match': '"1"' })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
});
