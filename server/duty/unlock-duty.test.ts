import { beforeAll, describe, expect, test } from 'vitest';
import {
  assign,
  assigned,
  commitmentsOf,
  gridOf,
  namesIn,
  openRoster,
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
let duty: string;
beforeAll(async () => {
  world = await openWorld();
  ({ roster, duty } = await openRoster(world, { name: 'Doors' }));
});

test('strangers, members and other organisations may not', async () => {
  const id = await assigned(world, 'cleo', { roster, duty, date: '2026-12-01' });
  const path = `/api/duty-assignments/${id}/unlock`;
  expect(await outsiders(world, (as) => as.post(path, { reason }))).toEqual([401, 403, 404]);
  expect(await eventsOf(world, id)).toEqual(['duty.assigned']);
});

test('in one go: logged as it stood, reminder cancelled, time free, the person told, the row kept', async () => {
  const date = '2026-12-02';
  const id = await assigned(world, 'cleo', { roster, duty, date });
  const answer = await unlock(world, id);
  expect(answer).toMatchObject({
    status: 200,
    body: {
      ...{ id, locked: false, ended_how: 'unlocked', ended_at: '2026-11-20T09:00:00Z', reason },
      ...{ ended_by: world.ids.ben, ended_by_name: 'Ben Lindqvist', person_name: 'Cleo Marsh' },
      can: { unlock: false, move: false, delete: false, edit: true },
    },
  });
  expect(await commitmentsOf(world, id)).toEqual([]);
  expect(await remindersOf(world, id)).toEqual(['CANCELLED']);
  expect(await eventsOf(world, id)).toEqual(['duty.assigned', 'duty.unlocked']);
  expect((await toldOf(world, id)).map(({ template }) => template)).toEqual([
    'duty-assigned',
    'duty-unlocked',
  ]);
  const [log] = (await world.as.ben.get('/api/unlock-logs')).body;
  expect(log).toMatchObject({
    ...{ assignment: id, how: 'unlocked', reason, unlocked_by_name: 'Ben Lindqvist' },
    ...{ roster, date, duty_name: 'Doors', start_time: '18:00:00', person_name: 'Cleo Marsh' },
    ...{ assigned_by_name: 'Ben Lindqvist', assigned_at: '2026-11-20T09:00:00Z' },
  });
  const kept = await world.as.dev.get(`/api/duty-assignments/${id}`);
  expect(kept).toMatchObject({ status: 200, body: { locked: false, person_name: 'Cleo Marsh' } });
  // Why is told to its person and to who unlocks.
  expect(kept.body.reason).toBeUndefined();
  expect((await world.as.cleo.get(`/api/duty-assignments/${id}`)).body.reason).toBe(reason);
});

test('the roster as it stood before can be asked for', async () => {
  const date = '2026-12-03';
  const id = await assigned(world, 'cleo', { roster, duty, date });
  await world.clock.advance({ minutes: 1 });
  const before = world.clock.now().toString();
  await world.clock.advance({ minutes: 1 });
  await unlock(world, id);
  await assigned(world, 'dev', { roster, duty, date });
  expect(await namesIn(world, { roster, duty, date })).toEqual(['Dev Patel']);
  expect(await namesIn(world, { roster, duty, date }, `&as_of=${before}`)).toEqual(['Cleo Marsh']);
  const then = await gridOf(world, roster, `&as_of=${before}`, 'ben');
  expect(then).toMatchObject({ as_of: before, can: { assign: false, unlock: false } });
});

describe('refusals', () => {
  test('no reason, or one that says nothing: 400', async () => {
    const id = await assigned(world, 'cleo', { roster, duty, date: '2026-12-04' });
    for (const bad of [
      {},
      { reason: '' },
      { reason: 'too short' },
      { reason: `${' '.repeat(20)}` },
    ]) {
      const answer = await unlock(world, id, bad);
      expect(answer).toMatchObject({
        status: 400,
        body: { errors: { reason: expect.anything() } },
      });
    }
    // Ten signs that need twenty units are ten characters.
    expect((await unlock(world, id, { reason: '🕌'.repeat(9) })).status).toBe(400);
    expect((await unlock(world, id, { reason: '🕌'.repeat(10) })).status).toBe(200);
  });

  test('unlocked already: duty_unlocked', async () => {
    const id = await assigned(world, 'cleo', { roster, duty, date: '2026-12-05' });
    await unlock(world, id);
    expect(await unlock(world, id)).toMatchObject({ status: 409, body: { code: 'duty_unlocked' } });
    expect(await eventsOf(world, id)).toEqual(['duty.assigned', 'duty.unlocked']);
  });
});

test('by two admins at once: one 200, one 409, one log', async () => {
  const id = await assigned(world, 'dev', { roster, duty, date: '2026-12-06' });
  const path = `/api/duty-assignments/${id}/unlock`;
  const answers = await Promise.all([
    world.as.ben.post(path, { reason }),
    world.as.ada.post(path, { reason }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const logs = await world.sql('SELECT 1 FROM unlock_log WHERE assignment_id = $1', [id]);
  expect(logs).toHaveLength(1);
  expect(await eventsOf(world, id)).toEqual(['duty.assigned', 'duty.unlocked']);
});

test('the cell is free at once, for anyone', async () => {
  const cell = { roster, duty, date: '2026-12-07' };
  await unlock(world, await assigned(world, 'dev', cell));
  expect((await assign(world, 'dev', cell)).status).toBe(201);
});

test('nothing of it can be deleted or rewritten, whatever the program asks of the database', async () => {
  const rights = await world.sql<{ table_name: string; privilege_type: string }>(
    `SELECT table_name, privilege_type FROM information_schema.role_table_grants
     WHERE grantee = 'callboard_app' AND privilege_type IN ('DELETE', 'UPDATE', 'TRUNCATE')
       AND table_name IN ('duty_assignment', 'unlock_log', 'roster', 'duty_type', 'roster_duty_type')`,
  );
  expect(rights.filter(({ privilege_type }) => privilege_type !== 'UPDATE')).toEqual([]);
  expect(rights.map(({ table_name }) => table_name)).not.toContain('unlock_log');
});
