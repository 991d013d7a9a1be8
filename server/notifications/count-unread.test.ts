import { beforeAll, expect, test } from 'vitest';
import { unreadOf } from '../testing/notification-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, openPeriod, outcome } from '../testing/rota-steps.ts';
import { openEar } from '../testing/socket.ts';

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
});

async function listening(who: string, origin?: string) {
  const ear = await openEar(world, who, {}, origin);
  ear.say({ type: 'subscribe', topic: 'notifications' });
  await ear.hears(({ type }) => type === 'subscribed');
  return ear;
}
const counted = (unread_count: number) => (message: { type: string; unread_count?: number }) =>
  message.type === 'notifications' && message.unread_count === unread_count;

test('a stranger is asked to log in', async () => {
  const answer = await world.anyone.get('/api/notifications/unread-count');
  expect(outcome(answer)).toEqual([401, 'unauthenticated']);
});

test('goes up when something is told and down when it is read, on the sockets of every node', async () => {
  const node = await world.anotherNode();
  const [here, there, other] = [
    await listening('cleo'),
    await listening('cleo', node.origin),
    await listening('dev'),
  ];
  const shift = await asked(world, 'cleo', { period, date: '2026-12-01' });
  await approve(world, shift);
  await Promise.all([here, there].map((ear) => ear.hears(counted(1))));
  // Told after the commit: whoever asks because of it gets the same number.
  expect(await unreadOf(world, 'cleo')).toBe(1);
  const [told] = (await world.as.cleo.get('/api/notifications')).body;
  await world.as.cleo.post(`/api/notifications/${told.id}/read`);
  await Promise.all([here, there].map((ear) => ear.hears(counted(0))));
  expect(other.heard.filter(({ type }) => type === 'notifications')).toEqual([]);
  for (const ear of [here, there, other]) ear.close();
});

test('ends at what is true, however much happens at once', async () => {
  const ear = await listening('ben');
  const dates = Array.from({ length: 12 }, (_, day) => `2026-12-${10 + day}`);
  await Promise.all(dates.map((date) => asked(world, 'dev', { period, date })));
  const unread = await unreadOf(world, 'ben');
  await ear.hears(counted(unread));
  await world.as.ben.post('/api/notifications/mark-all-read');
  await ear.hears(counted(0));
  const heard = ear.heard.filter(({ type }) => type === 'notifications');
  expect(heard.at(-1)).toMatchObject({ unread_count: 0 });
  ear.close();
});
