import { beforeAll, expect, test } from 'vitest';
import { toldTo, unreadOf } from '../testing/notification-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { asked, openPeriod, outcome } from '../testing/rota-steps.ts';

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
});

const path = '/api/notifications/mark-all-read';
const reads = async () =>
  (await world.journal()).filter(({ event }) => event === 'notification.read');

test('a stranger is asked to log in', async () => {
  expect(outcome(await world.anyone.post(path))).toEqual([401, 'unauthenticated']);
});

test('all of mine and none of others; again: nothing happens', async () => {
  for (const date of ['2026-12-01', '2026-12-02']) await asked(world, 'cleo', { period, date });
  expect(await unreadOf(world, 'ben')).toBe(2);
  expect(await world.as.ben.post(path)).toMatchObject({ status: 200, body: { unread_count: 0 } });
  expect(await world.as.ben.post(path)).toMatchObject({ status: 200, body: { unread_count: 0 } });
  expect((await toldTo(world, 'ben')).map(({ is_read }) => is_read)).toEqual([true, true]);
  expect(await unreadOf(world, 'ada')).toBe(2);
  expect(await reads()).toMatchObject([{ actor_id: world.ids.ben, data: { count: 2 } }]);
});
