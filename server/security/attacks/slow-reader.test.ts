import { once } from 'node:events';
import { beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import type { Subscriber } from '../../platform/hub.ts';
import { openWorld, type World } from '../../testing/open-world.ts';
import { accessOf, openEar } from '../../testing/socket.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

/** What the hub delivers to: taken from it as it adds them, so that 50 MB need not be journalled first. */
function subscribersOf({ program }: World): Subscriber[] {
  const subscribers: Subscriber[] = [];
  const { hub } = program.app;
  const add = hub.add.bind(hub);
  hub.add = (subscriber) => {
    subscribers.push(subscriber);
    add(subscriber);
  };
  return subscribers;
}

test('S-070 who stops reading is cut off at a mebibyte; the others hear all, the memory comes back', async () => {
  const subscribers = subscribersOf(world);
  const other = await openEar(world, 'ben');
  const socket = new WebSocket(`${world.origin.replace('http', 'ws')}/api/ws`);
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'authenticate', token: await accessOf(world, 'cleo') }));
  await once(socket, 'message');
  socket.pause();

  const before = process.memoryUsage().rss;
  const message = 'x'.repeat(50_000);
  let most = 0;
  for (let i = 0; i < 1_000; i += 1) {
    const event = { type: 'period.updated', topic: 'organisation', cursor: `1-${i}`, message };
    for (const subscriber of subscribers) subscriber.deliver(event);
    // Whoever reads needs its turn.
    await new Promise((resolve) => setImmediate(resolve));
    most = Math.max(most, process.memoryUsage().rss - before);
  }
  await other.hears(({ cursor }) => cursor === '1-999', 10);
  expect(other.heard.filter(({ type }) => type === 'period.updated')).toHaveLength(1_000);
  socket.resume();
  const [code] = await once(socket, 'close');
  expect(code).toBe(1006);
  // The 50 MB that the other one has heard are kept by this test itself.
  expect(most).toBeLessThan(250 * 1_048_576);
  other.close();
}, 30_000);
