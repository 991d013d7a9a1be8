import { beforeAll, beforeEach, expect, test } from 'vitest';
import { toldTo, unreadOf } from '../testing/notification-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, openPeriod, outcome } from '../testing/rota-steps.ts';

let world: World;
let period: string;
let id: string;
let day = 0;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
});
beforeEach(async () => {
  day += 1;
  await approve(
    world,
    await asked(world, 'cleo', { period, date: `2026-12-${String(day).padStart(2, '0')}` }),
  );
  id = (await toldTo(world, 'cleo'))[0]?.id as string;
});

const read = (who: keyof World['as']) => world.as[who].post(`/api/notifications/${id}/read`);
const reads = async () =>
  (await world.journal()).filter(({ event }) => event === 'notification.read');

test('who may: its person, nobody else', async () => {
  const stranger = await world.anyone.post(`/api/notifications/${id}/read`);
  expect(outcome(stranger)).toEqual([401, 'unauthenticated']);
  // Ada is an admin, and of the same entry she was told nothing.
  for (const who of ['ada', 'fay'] as const) {
    expect(outcome(await read(who))).toEqual([404, 'not_found']);
  }
  expect((await toldTo(world, 'cleo'))[0]).toMatchObject({ id, is_read: false });
});

test('is read from then on, and journalled once', async () => {
  const before = await unreadOf(world, 'cleo');
  const entries = (await reads()).length;
  expect(await read('cleo')).toMatchObject({ status: 200, body: { unread_count: before - 1 } });
  expect(await read('cleo')).toMatchObject({ status: 200, body: { unread_count: before - 1 } });
  expect((await toldTo(world, 'cleo'))[0]).toMatchObject({ id, is_read: true });
  const journal = await reads();
  expect(journal).toHaveLength(entries + 1);
  expect(journal.at(-1)).toMatchObject({ actor_id: world.ids.cleo, data: { notification: id } });
});

test('has another spelling', async () => {
  const before = await unreadOf(world, 'cleo');
  const answer = await world.as.cleo.post(`/api/notifications/mark-read/${id}/`);
  expect(answer).toMatchObject({ status: 200, body: { unread_count: before - 1 } });
});

test('the same entry read by one is not read by another', async () => {
  await asked(world, 'dev', { period, date: '2026-12-30' });
  const [ben] = await toldTo(world, 'ben');
  await world.as.ben.post(`/api/notifications/${ben?.id}/read`);
  expect((await toldTo(world, 'ada'))[0]).toMatchObject({ id: ben?.id, is_read: false });
});

test('twice at once: journalled once', async () => {
  const entries = (await reads()).length;
  const answers = await Promise.all([read('cleo'), read('cleo'), read('cleo')]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await reads()).toHaveLength(entries + 1);
});
