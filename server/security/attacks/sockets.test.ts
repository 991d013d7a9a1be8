import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { harbourCode } from '../../identity/testing.ts';
import { openWorld, type World } from '../../testing/open-world.ts';
import { ask, openPeriod } from '../../testing/rota-steps.ts';
import { type Ear, openEar } from '../../testing/socket.ts';
import { until } from '../../testing/until.ts';
import { someone } from '../testing.ts';

/** S-061 to S-069. There are no tickets: the first message carries an access token (api.md). */
let world: World;
let period: string;
let node: { origin: string };
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
  node = await world.anotherNode();
});

const url = () => `${world.origin.replace('http', 'ws')}/api/ws`;
const enter = async (ear: Ear, token: string) => {
  ear.say({ type: 'authenticate', token });
  await ear.hears(({ type }) => type === 'ready');
};

describe('S-061 a token in the address', () => {
  test.each(['token', 'ticket', 'access_token'])('?%s= lets nobody in', async (name) => {
    const token = (await someone(world)).answer.body.tokens.access;
    const socket = new WebSocket(`${url()}?${name}=${token}`);
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'subscribe', topic: 'organisation' }));
    expect((await once(socket, 'close'))[0]).toBe(4401);
  });
});

describe('S-062 a page of another site', () => {
  test.each(['https://evil.example', 'null', 'http://127.0.0.1:1'])('%s', async (origin) => {
    const nia = await someone(world);
    const cookie = `callboard_refresh=${nia.answer.body.tokens.refresh}`;
    const ear = await openEar(world, undefined, { origin, cookie });
    expect(await ear.closed).toBe(4403);
  });

  test('without an origin (no browser) the cookie opens nothing', async () => {
    const nia = await someone(world);
    const cookie = `callboard_refresh=${nia.answer.body.tokens.refresh}`;
    const ear = await openEar(world, undefined, { cookie });
    ear.say({ type: 'subscribe', topic: 'organisation' });
    expect(await ear.closed).toBe(4401);
  });
});

test('S-063 a token whose session has ended opens no second socket', async () => {
  const nia = await someone(world);
  const { access } = nia.answer.body.tokens;
  const first = await openEar(world);
  await enter(first, access);
  await nia.client.post('/api/auth/logout', {});
  const second = await openEar(world);
  second.say({ type: 'authenticate', token: access });
  expect(await second.closed).toBe(4401);
  expect(await first.closed).toBe(4401);
});

test('S-064 who says nothing for five seconds is sent away', async () => {
  const ear = await openEar(world);
  expect(await ear.closed).toBe(4401);
}, 10_000);

test('S-065 topics of others: an error, and for five seconds nothing is heard', async () => {
  const fay = await openEar(world, 'fay');
  const topics = [`schedule:${period}`, `schedule:${world.ids.cleo}`, `person:${world.ids.cleo}`];
  for (const topic of topics) {
    fay.say({ type: 'subscribe', topic });
    const told = await fay.hears((message) => message.topic === topic);
    expect(told).toMatchObject({ type: 'error', code: 'not_found' });
  }
  const began = performance.now();
  for (let day = 1; performance.now() - began < 5_000; day += 1) {
    const date = `2026-12-${String((day % 28) + 1).padStart(2, '0')}`;
    await ask(world, 'cleo', { period, date, start: '12:00', end: '13:00' });
    fay.say({ type: 'ping', timestamp: day });
    await fay.hears(({ type, timestamp }) => type === 'pong' && timestamp === day);
  }
  expect(fay.heard.filter(({ type }) => type.startsWith('shift.'))).toEqual([]);
  fay.close();
}, 20_000);

describe('S-066 the end of it closes the socket, on every node', () => {
  const endings: [string, (id: string, client: World['anyone']) => Promise<unknown>][] = [
    ['a log-out', (_, client) => client.post('/api/auth/logout', {})],
    ['shut out', (id) => world.as.ada.post(`/api/users/${id}/deactivate`, {})],
    ['another role', (id) => world.as.ada.patch(`/api/users/${id}`, { role: 'manager' })],
    ['logged out by an admin', (id) => world.as.ada.post(`/api/users/${id}/logout-all`)],
  ];
  test.each(endings)('%s', async (_, end) => {
    const nia = await someone(world, { join_code: await harbourCode(world) });
    const ears = [await openEar(world), await openEar(world, undefined, {}, node.origin)];
    for (const ear of ears) await enter(ear, nia.answer.body.tokens.access);
    await end(nia.id, nia.client);
    expect(await Promise.all(ears.map((ear) => ear.closed))).toEqual([4401, 4401]);
  });
});

describe('S-067 what is no message', () => {
  test('65,537 bytes: 1009; too many a second: 1008', async () => {
    const large = await openEar(world, 'cleo');
    large.say('x'.repeat(65_537));
    expect(await large.closed).toBe(1009);
    const many = await openEar(world, 'cleo');
    for (let i = 0; i < 100; i += 1) many.say({ type: 'ping' });
    expect(await many.closed).toBe(1008);
  });

  test('JSON that is none, bytes and prototypes: an error each, and the program goes on', async () => {
    const ear = await openEar(world, 'cleo');
    const bad = [
      '{',
      '"x"',
      '{"type":"__proto__"}',
      '{"__proto__":{"type":"ping"}}',
      '['.repeat(999),
    ];
    for (const one of bad) ear.say(one);
    ear.say(Buffer.from([0xff, 0xfe]));
    await until('six errors', () => ear.heard.filter(({ type }) => type === 'error').length === 6);
    expect(({} as Record<string, unknown>).type).toBeUndefined();
    ear.close();
  });
});

describe('S-068 too many', () => {
  test('the 51st socket of a person closes their first', async () => {
    const nia = await someone(world);
    const ears: Ear[] = [];
    for (let i = 0; i < 51; i += 1) {
      const ear = await openEar(world);
      await enter(ear, nia.answer.body.tokens.access);
      ears.push(ear);
    }
    expect(await ears[0]?.closed).toBe(4429);
    ears[1]?.say({ type: 'ping' });
    await ears[1]?.hears(({ type }) => type === 'pong');
    for (const ear of ears) ear.close();
  });

  test('600 that do not say who they are: 500 wait, the others are sent away', async () => {
    const sockets = Array.from({ length: 600 }, () => new WebSocket(url()));
    const refused = sockets.map((socket) => once(socket, 'close').then(([code]) => code === 4429));
    await Promise.all(sockets.map((socket) => once(socket, 'open')));
    const codes = await Promise.all(refused);
    expect(codes.filter(Boolean)).toHaveLength(100);
    const ear = await openEar(world, 'dev');
    ear.close();
  }, 20_000);
});

test('S-069 compression is not spoken: a compressed frame ends the socket, nothing is unpacked', async () => {
  const { port } = new URL(world.origin);
  const socket = connect(Number(port), '127.0.0.1');
  const key = randomBytes(16).toString('base64');
  socket.write(
    `GET /api/ws HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\nSec-WebSocket-Extensions: permessage-deflate\r\n\r\n`,
  );
  const [greeting] = (await once(socket, 'data')) as [Buffer];
  const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`);
  expect(String(greeting)).toContain(accept.digest('base64'));
  expect(String(greeting).toLowerCase()).not.toContain('permessage-deflate');
  const before = process.memoryUsage().rss;
  // FIN, RSV1 (compressed), text; masked with zeros, 60,000 bytes of what would unpack to 60 MB.
  const head = Buffer.from([0xc1, 0xfe, 0xea, 0x60, 0, 0, 0, 0]);
  socket.write(Buffer.concat([head, Buffer.alloc(60_000)]));
  await once(socket, 'close');
  expect(process.memoryUsage().rss - before).toBeLessThan(20 * 1_048_576);
});
