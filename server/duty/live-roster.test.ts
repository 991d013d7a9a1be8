import { beforeAll, expect, test } from 'vitest';
import { assigned, openRoster, reason, unlock } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { openEar } from '../testing/socket.ts';

let world: World;
let roster: string;
let duty: string;
beforeAll(async () => {
  world = await openWorld();
  ({ roster, duty } = await openRoster(world));
});

const listens = async (who: 'ada' | 'cleo' | 'dev') => {
  const ear = await openEar(world, who);
  ear.say({ type: 'subscribe', topic: `roster:${roster}` });
  await ear.hears(({ type }) => type === 'subscribed');
  return ear;
};

test('two admins see the same grid: who is assigned and taken off is told at once; why, not to everyone', async () => {
  const [ada, cleo, dev] = [await listens('ada'), await listens('cleo'), await listens('dev')];
  const id = await assigned(world, 'cleo', { roster, duty });
  const on = await ada.hears(({ type }) => type === 'duty.assigned');
  expect(on).toMatchObject({
    topic: `roster:${roster}`,
    duty_assignment: {
      id,
      person_name: 'Cleo Marsh',
      date: '2026-12-01',
      duty_type: duty,
      seat: 1,
    },
  });
  expect(on.message).toMatch(/^Cleo Marsh: Duty \d+ on 2026-12-01$/);
  await unlock(world, id);
  const off = [ada, cleo, dev].map((ear) => ear.hears(({ type }) => type === 'duty.unlocked'));
  const [toAdmin, toPerson, toOther] = await Promise.all(off);
  expect(toAdmin).toMatchObject({ reason, how: 'unlocked', duty_assignment: { id } });
  expect(toPerson).toMatchObject({ reason });
  expect(toOther.reason).toBeUndefined();
  expect(toOther.duty_assignment.id).toBe(id);
  for (const ear of [ada, cleo, dev]) ear.close();
});

test('a move is both, naming one another; a note stays with who unlocks', async () => {
  const [ada, dev] = [await listens('ada'), await listens('dev')];
  const id = await assigned(world, 'cleo', { roster, duty, date: '2026-12-02' });
  const moved = await world.as.ben.post(`/api/duty-assignments/${id}/move`, {
    ...{ date: '2026-12-03', reason },
  });
  const off = await ada.hears(({ type }) => type === 'duty.unlocked');
  expect(off).toMatchObject({ moved_to: moved.body.id, how: 'moved' });
  const on = await ada.hears((one) => one.duty_assignment?.id === moved.body.id);
  expect(on).toMatchObject({ type: 'duty.assigned', moved_from: id });
  await world.as.ben.patch(`/api/duty-assignments/${id}`, { note: 'By phone' });
  await ada.hears(({ type }) => type === 'duty.noted');
  await world.as.ben.patch(`/api/rosters/${roster}`, { name: 'Renamed' });
  await dev.hears(({ type }) => type === 'roster.updated');
  expect(dev.heard.filter(({ type }) => type === 'duty.noted')).toEqual([]);
  for (const ear of [ada, dev]) ear.close();
});

test('nobody of another organisation may listen', async () => {
  const fay = await openEar(world, 'fay');
  fay.say({ type: 'subscribe', topic: `roster:${roster}` });
  expect(await fay.hears(({ type }) => type === 'error')).toMatchObject({
    topic: `roster:${roster}`,
  });
  fay.close();
});
