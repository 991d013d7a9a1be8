import { beforeAll, describe, expect, test } from 'vitest';
import {
  assign,
  assigned,
  namesIn,
  openRoster,
  outsiders,
  reason,
  remindersOf,
  toldOf,
  unlock,
} from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { commitElsewhere, eventsOf } from '../testing/rota-steps.ts';

let world: World;
let roster: string;
let duty: string;
beforeAll(async () => {
  world = await openWorld();
  ({ roster, duty } = await openRoster(world));
});

const undo = (body: object) => world.as.ben.post('/api/duty-assignments/undo', body);

test('strangers, members and other organisations may not', async () => {
  const id = await assigned(world, 'cleo', { roster, duty });
  const path = '/api/duty-assignments/undo';
  const call = (as: World['anyone']) => as.post(path, { assigned: [id], reason });
  expect(await outsiders(world, call)).toEqual([401, 403, 404]);
  expect(await eventsOf(world, id)).toEqual(['duty.assigned']);
});

test('an unlock: the same person has it again, as a new assignment with its own reminder', async () => {
  const cell = { roster, duty, date: '2026-12-02' };
  const id = await assigned(world, 'cleo', cell);
  await unlock(world, id);
  const answer = await undo({ unlocked: [id] });
  expect(answer).toMatchObject({ status: 200, body: { unlocked: [] } });
  const [again] = answer.body.assigned;
  expect(again).toMatchObject({ person_name: 'Cleo Marsh', date: cell.date, locked: true });
  expect(again.id).not.toBe(id);
  expect(await remindersOf(world, id)).toEqual(['CANCELLED']);
  expect(await remindersOf(world, again.id)).toEqual(['PENDING']);
  expect(await eventsOf(world, again.id)).toEqual(['duty.assigned']);
  expect((await toldOf(world, again.id)).map(({ template }) => template)).toEqual([
    'duty-assigned',
  ]);
});

test('an assign: taken off with the reason, within 15 minutes', async () => {
  const cell = { roster, duty, date: '2026-12-03' };
  const id = await assigned(world, 'cleo', cell);
  const answer = await undo({ assigned: [id], reason });
  expect(answer.body).toMatchObject({
    unlocked: [{ id, locked: false, ended_how: 'undone', reason }],
    assigned: [],
  });
  expect(await namesIn(world, cell)).toEqual([]);
  expect(await eventsOf(world, id)).toEqual(['duty.assigned', 'duty.unlocked']);

  const late = await assigned(world, 'cleo', cell);
  // Access tokens do not last that long: the assignment is older, not the log-in.
  const older = `UPDATE duty_assignment SET assigned_at = assigned_at - interval '16 minutes' WHERE id = $1`;
  await world.sql(older, [late]);
  expect(await undo({ assigned: [late], reason })).toMatchObject({
    status: 409,
    body: { code: 'undo_late' },
  });
});

test('a move: what came is taken off, what went is there again', async () => {
  const id = await assigned(world, 'dev', { roster, duty, date: '2026-12-05' });
  const moved = await world.as.ben.post(`/api/duty-assignments/${id}/move`, {
    ...{ person: world.ids.cleo, reason },
  });
  const answer = await undo({ assigned: [moved.body.id], unlocked: [id], reason });
  expect(answer.status).toBe(200);
  expect(await namesIn(world, { roster, duty, date: '2026-12-05' })).toEqual(['Dev Patel']);
});

describe('refusals', () => {
  test('the cell or the person is taken meanwhile: says by whom or what, and none is undone', async () => {
    const cell = { roster, duty, date: '2026-12-06' };
    const other = { roster, duty, date: '2026-12-07' };
    const [id, free] = [await assigned(world, 'cleo', cell), await assigned(world, 'dev', other)];
    await unlock(world, id);
    await unlock(world, free);
    expect((await assign(world, 'dev', cell)).status).toBe(201);
    expect(await undo({ unlocked: [free, id] })).toMatchObject({
      status: 409,
      body: { code: 'cell_taken' },
    });
    expect(await namesIn(world, other)).toEqual([]);
    await commitElsewhere(world, 'dev', '2026-12-07T19:00:00Z', '2026-12-07T22:00:00Z');
    expect(await undo({ unlocked: [free] })).toMatchObject({
      status: 409,
      body: { code: 'person_busy' },
    });
  });

  test('nothing to undo, no reason, one that stands, one that is gone', async () => {
    expect((await undo({})).status).toBe(400);
    const id = await assigned(world, 'cleo', { roster, duty, date: '2026-12-08' });
    expect((await undo({ assigned: [id] })).body.errors).toHaveProperty('reason');
    expect(await undo({ unlocked: [id] })).toMatchObject({
      status: 409,
      body: { code: 'duty_stands' },
    });
    const byAda = await world.as.ada.post('/api/duty-assignments/undo', { assigned: [id], reason });
    expect(byAda).toMatchObject({ status: 409, body: { code: 'undo_not_own' } });
    await unlock(world, id);
    expect(await undo({ assigned: [id], reason })).toMatchObject({
      status: 409,
      body: { code: 'duty_unlocked' },
    });
  });
});

test('twice at once: put back once', async () => {
  const cell = { roster, duty, date: '2026-12-09' };
  const id = await assigned(world, 'cleo', cell);
  await unlock(world, id);
  const answers = await Promise.all([undo({ unlocked: [id] }), undo({ unlocked: [id] })]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await namesIn(world, cell)).toEqual(['Cleo Marsh']);
});
