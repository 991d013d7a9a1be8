import { beforeAll, expect, test } from 'vitest';
import { assigned, openRoster, outsiders, unlock } from '../testing/duty-steps.ts';
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

test('while it is locked nothing of it changes: 423', async () => {
  const id = await assigned(world, 'cleo', { roster, duty });
  const note = { note: 'Swapped by phone' };
  expect(await world.as.ben.patch(path(id), note)).toMatchObject({
    status: 423,
    body: { code: 'duty_locked' },
  });
  expect(await outsiders(world, (as) => as.patch(path(id), note))).toEqual([401, 403, 404]);
  for (const field of ['person', 'date', 'duty_type', 'locked', 'seat']) {
    const answer = await world.as.ben.patch(path(id), { ...note, [field]: world.ids.dev });
    expect(answer).toMatchObject({ status: 400, body: { errors: { [field]: expect.anything() } } });
  }
  expect(await eventsOf(world, id)).toEqual(['duty.assigned']);
});

test('once unlocked it takes a note, and only the version that was read', async () => {
  const id = await assigned(world, 'cleo', { roster, duty, date: '2026-12-02' });
  await unlock(world, id);
  const { version } = (await world.as.ben.get(path(id))).body;
  const match = { 'if-match': `"${version}"` };
  const note = 'She was ill; Dev stood in.';
  const answers = await Promise.all([
    world.as.ben.patch(path(id), { note }, match),
    world.as.ada.patch(path(id), { note: 'Another note' }, match),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect(await eventsOf(world, id)).toEqual(['duty.assigned', 'duty.unlocked', 'duty.noted']);
  const [noted] = answers.filter(({ status }) => status === 200);
  expect(noted?.body).toMatchObject({ locked: false, version: version + 1 });
  // The same again is no event.
  await world.as.ben.patch(path(id), { note: noted?.body.note });
  expect((await eventsOf(world, id)).length).toBe(3);
});
