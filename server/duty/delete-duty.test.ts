import { beforeAll, expect, test } from 'vitest';
import {
  assigned,
  commitmentsOf,
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
  ({ roster, duty } = await openRoster(world));
});

const path = (id: string) => `/api/duty-assignments/${id}`;

test('strangers, members and other organisations may not', async () => {
  const id = await assigned(world, 'cleo', { roster, duty });
  expect(await outsiders(world, (as) => as.delete(path(id), { reason }))).toEqual([401, 403, 404]);
  expect(await eventsOf(world, id)).toEqual(['duty.assigned']);
});

test('with a reason: the same trace as an unlock, and the row stays', async () => {
  const id = await assigned(world, 'cleo', { roster, duty, date: '2026-12-02' });
  const answer = await world.as.ben.delete(path(id), { reason });
  expect(answer).toMatchObject({
    status: 200,
    body: { locked: false, ended_how: 'deleted', reason },
  });
  expect(await commitmentsOf(world, id)).toEqual([]);
  expect(await remindersOf(world, id)).toEqual(['CANCELLED']);
  expect(await eventsOf(world, id)).toEqual(['duty.assigned', 'duty.unlocked']);
  expect((await toldOf(world, id)).at(-1)?.template).toBe('duty-unlocked');
  const logs = (await world.as.ada.get(`/api/unlock-logs?person=${world.ids.cleo}`)).body;
  expect(logs).toMatchObject([{ assignment: id, how: 'deleted', reason }]);
  expect((await world.as.cleo.get(path(id))).body.locked).toBe(false);
});

test('a locked one without a reason: 423, nothing changes', async () => {
  const id = await assigned(world, 'cleo', { roster, duty, date: '2026-12-03' });
  for (const body of [undefined, {}]) {
    const answer = await world.as.ben.delete(path(id), body);
    expect(answer).toMatchObject({ status: 423, body: { code: 'duty_locked' } });
  }
  expect((await world.as.ben.delete(path(id), { reason: 'short' })).status).toBe(400);
  expect(await eventsOf(world, id)).toEqual(['duty.assigned']);
});

test('one that was unlocked is away already: no reason needed, nothing more happens, it stays readable', async () => {
  const id = await assigned(world, 'cleo', { roster, duty, date: '2026-12-04' });
  await unlock(world, id);
  expect(await world.as.ben.delete(path(id))).toMatchObject({
    status: 200,
    body: { ended_how: 'unlocked' },
  });
  expect(await eventsOf(world, id)).toEqual(['duty.assigned', 'duty.unlocked']);
  expect((await world.as.cleo.get(path(id))).status).toBe(200);
});

test('twice at once: taken off once', async () => {
  const id = await assigned(world, 'cleo', { roster, duty, date: '2026-12-05' });
  const answers = await Promise.all([
    world.as.ben.delete(path(id), { reason }),
    world.as.ada.delete(path(id), { reason }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(await eventsOf(world, id)).toEqual(['duty.assigned', 'duty.unlocked']);
});
