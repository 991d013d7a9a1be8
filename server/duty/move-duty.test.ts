import { beforeAll, describe, expect, test } from 'vitest';
import {
  assigned,
  commitmentsOf,
  makeDutyType,
  makeRoster,
  namesIn,
  outsiders,
  reason,
  remindersOf,
  toldOf,
  unlock,
} from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf } from '../testing/rota-steps.ts';

let world: World;
let roster: string;
let doors: string;
let tea: string;
beforeAll(async () => {
  world = await openWorld();
  doors = await makeDutyType(world, { name: 'Doors' });
  tea = await makeDutyType(world, { name: 'Tea', start_time: '19:00', end_time: '21:00' });
  roster = await makeRoster(world, [doors, tea]);
});

const move = (id: string, body: object) =>
  world.as.ben.post(`/api/duty-assignments/${id}/move`, { reason, ...body });

test('strangers, members and other organisations may not', async () => {
  const id = await assigned(world, 'cleo', { roster, duty: doors });
  const path = `/api/duty-assignments/${id}/move`;
  const to = { date: '2026-12-30', reason };
  expect(await outsiders(world, (as) => as.post(path, to))).toEqual([401, 403, 404]);
});

test('to another date: unlocked and assigned anew at once, one letter, old reminder cancelled, one new', async () => {
  const id = await assigned(world, 'cleo', { roster, duty: doors, date: '2026-12-02' });
  const answer = await move(id, { date: '2026-12-03' });
  expect(answer).toMatchObject({ status: 200, body: { date: '2026-12-03', locked: true } });
  const now = answer.body.id;
  expect(now).not.toBe(id);
  expect(await commitmentsOf(world, id)).toEqual([]);
  expect(await commitmentsOf(world, now)).toHaveLength(1);
  expect(await remindersOf(world, id)).toEqual(['CANCELLED']);
  expect(await remindersOf(world, now)).toEqual(['PENDING']);
  expect(await eventsOf(world, id)).toEqual(['duty.assigned', 'duty.unlocked']);
  expect(await eventsOf(world, now)).toEqual(['duty.assigned']);
  expect((await toldOf(world, now)).map(({ template }) => template)).toEqual(['duty-moved']);
  expect((await toldOf(world, id)).map(({ template }) => template)).toEqual(['duty-assigned']);
  const [log] = (await world.as.ben.get('/api/unlock-logs?limit=1')).body;
  expect(log).toMatchObject({ assignment: id, how: 'moved', reason });
});

test('to another person: both are told', async () => {
  const cell = { roster, duty: doors, date: '2026-12-04' };
  const id = await assigned(world, 'cleo', cell);
  const answer = await move(id, { person: world.ids.dev });
  expect(answer.body).toMatchObject({ person_name: 'Dev Patel', date: cell.date });
  expect(await namesIn(world, cell)).toEqual(['Dev Patel']);
  expect((await toldOf(world, answer.body.id)).map(({ address }) => address)).toEqual([
    'dev@harbour.example',
  ]);
  expect((await toldOf(world, id)).at(-1)).toEqual({
    ...{ template: 'duty-unlocked', address: 'cleo@harbour.example' },
  });
});

test('to a cell at the time of its own: what it leaves does not stand in its way', async () => {
  const id = await assigned(world, 'cleo', { roster, duty: doors, date: '2026-12-05' });
  const answer = await move(id, { duty_type: tea });
  expect(answer).toMatchObject({ status: 200, body: { duty_name: 'Tea', date: '2026-12-05' } });
});

describe('refusals leave everything as it was', () => {
  test('a taken cell, a busy person, no move, one that was unlocked', async () => {
    const id = await assigned(world, 'cleo', { roster, duty: doors, date: '2026-12-06' });
    await assigned(world, 'dev', { roster, duty: doors, date: '2026-12-07' });
    expect(await move(id, { date: '2026-12-07' })).toMatchObject({
      status: 409,
      body: { code: 'cell_taken', detail: 'Dev Patel has Doors on 2026-12-07.' },
    });
    await assigned(world, 'dev', { roster, duty: tea, date: '2026-12-06' });
    expect(await move(id, { person: world.ids.dev })).toMatchObject({
      status: 409,
      body: { code: 'person_busy' },
    });
    expect(await move(id, {})).toMatchObject({ status: 409, body: { code: 'duty_stays' } });
    expect((await move(id, { date: '2027-01-01' })).status).toBe(400);
    expect((await move(id, { date: '2026-12-08', reason: 'short' })).status).toBe(400);
    expect(await eventsOf(world, id)).toEqual(['duty.assigned']);
    expect(await remindersOf(world, id)).toEqual(['PENDING']);
    expect(await commitmentsOf(world, id)).toHaveLength(1);
    await unlock(world, id);
    expect(await move(id, { date: '2026-12-08' })).toMatchObject({
      status: 409,
      body: { code: 'duty_unlocked' },
    });
  });
});

test('two admins move it to two places at once: one does', async () => {
  const id = await assigned(world, 'eli', { roster, duty: doors, date: '2026-12-10' });
  const path = `/api/duty-assignments/${id}/move`;
  const answers = await Promise.all([
    world.as.ben.post(path, { reason, date: '2026-12-11' }),
    world.as.ada.post(path, { reason, date: '2026-12-12' }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const rows = await world.sql(
    'SELECT 1 FROM duty_assignment WHERE person_id = $1 AND ended_at IS NULL',
    [world.ids.eli],
  );
  expect(rows).toHaveLength(1);
});
