import { beforeAll, describe, expect, test } from 'vitest';
import { countStatements } from '../testing/count-statements.ts';
import {
  assigned,
  makeRoster,
  namesIn,
  openRoster,
  outsiders,
  reason,
  remindersOf,
  toldOf,
} from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf } from '../testing/rota-steps.ts';

let world: World;
let roster: string;
let duty: string;
beforeAll(async () => {
  world = await openWorld();
  ({ roster, duty } = await openRoster(world));
});

const path = '/api/duty-assignments/bulk-unlock';
const unlockAll = (assignments: string[], as: World['anyone'] = world.as.ben) =>
  as.post(path, { assignments, reason });
const on = (who: 'cleo' | 'dev', date: string) => assigned(world, who, { roster, duty, date });

test('strangers, members and other organisations may not', async () => {
  const id = await on('cleo', '2026-12-01');
  expect(await outsiders(world, (as) => unlockAll([id], as))).toEqual([401, 403, 404]);
});

test('all at once with one reason: each logged and cancelled, everyone told once', async () => {
  const ids = [await on('cleo', '2026-12-02'), await on('cleo', '2026-12-03')];
  ids.push(await on('dev', '2026-12-04'));
  const answer = await unlockAll(ids);
  expect(answer.status).toBe(200);
  expect(answer.body.map((one: { id: string }) => one.id)).toEqual(ids);
  for (const id of ids) {
    expect(await eventsOf(world, id)).toEqual(['duty.assigned', 'duty.unlocked']);
    expect(await remindersOf(world, id)).toEqual(['CANCELLED']);
  }
  const told = (await Promise.all(ids.map((id) => toldOf(world, id)))).flat();
  expect(told.filter(({ template }) => template === 'duty-unlocked')).toHaveLength(2);
  expect((await world.as.ben.get('/api/unlock-logs')).body).toHaveLength(3);
});

describe('all or none', () => {
  test('one that is unlocked already, or of another roster, or nobody’s: nothing happens', async () => {
    const id = await on('cleo', '2026-12-05');
    const gone = await on('dev', '2026-12-06');
    await unlockAll([gone]);
    expect(await unlockAll([id, gone])).toMatchObject({
      status: 409,
      body: { code: 'duty_unlocked' },
    });
    const other = await makeRoster(world, [duty]);
    const elsewhere = await assigned(world, 'dev', { roster: other, duty, date: '2026-12-07' });
    expect((await unlockAll([id, elsewhere])).status).toBe(404);
    expect((await unlockAll([id, world.ids.cleo])).status).toBe(404);
    expect((await world.as.ben.post(path, { assignments: [id], reason: 'no' })).status).toBe(400);
    expect(await eventsOf(world, id)).toEqual(['duty.assigned']);
    expect(await namesIn(world, { roster, duty, date: '2026-12-05' })).toEqual(['Cleo Marsh']);
  });
});

test('the same by two admins at once: once', async () => {
  const ids = [await on('cleo', '2026-12-10'), await on('cleo', '2026-12-11')];
  const answers = await Promise.all([unlockAll(ids), unlockAll(ids.toReversed(), world.as.ada)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const logs = await world.sql('SELECT 1 FROM unlock_log WHERE assignment_id = any($1)', [ids]);
  expect(logs).toHaveLength(2);
});

test('statements do not grow with the assignments, but for the reminder of each', async () => {
  const few = [await on('dev', '2026-12-12')];
  const many: string[] = [];
  for (let day = 13; day <= 22; day += 1) many.push(await on('dev', `2026-12-${day}`));
  const spent = (ids: string[]) =>
    countStatements(world, async () => {
      expect((await unlockAll(ids)).status).toBe(200);
    });
  const [one, ten] = [await spent(few), await spent(many)];
  expect(ten - one).toBeLessThanOrEqual(9);
});
