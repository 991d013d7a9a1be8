import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from './testing/open-world.ts';
import { approve, asked, openPeriod } from './testing/rota-steps.ts';
import { accessOf, openEar } from './testing/socket.ts';

let world: World;
let period: string;
let topic: string;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
  topic = `schedule:${period}`;
});

async function subscribed(who: string, after?: string) {
  const ear = await openEar(world, who);
  ear.say({ type: 'subscribe', topic, ...(after && { after }) });
  await ear.hears(({ type }) => type === 'subscribed');
  return ear;
}
const about =
  (shift: string, type: string) => (message: { type: string; shift?: { id: string } }) =>
    message.type === type && message.shift?.id === shift;

test('a decision reaches who watches the period, with a cursor, and a fresh load shows it', async () => {
  const [cleo, ben] = [await subscribed('cleo'), await subscribed('ben')];
  const shift = await asked(world, 'cleo', { period, date: '2026-12-01', notes: 'secretive' });
  const requested = await ben.hears(about(shift, 'shift.requested'));
  expect(requested).toMatchObject({ topic, shift: { pa_name: 'Cleo Marsh', notes: 'secretive' } });
  await approve(world, shift);
  const approved = await cleo.hears(about(shift, 'shift.approved'));
  expect(approved.cursor).toMatch(/^\d+-\d+$/);
  // Told after the commit: whoever asks because of it sees the change.
  const seen = await world.as.cleo.get(`/api/shifts/${shift}`);
  expect(seen.body.status).toBe('APPROVED');
  ben.close();
  cleo.close();
});

test('others see only that the calendar changed: no notes, no requests of others', async () => {
  const dev = await subscribed('dev');
  const shift = await asked(world, 'cleo', { period, date: '2026-12-02', notes: 'secretive' });
  await approve(world, shift);
  const approved = await dev.hears(about(shift, 'shift.approved'));
  expect(approved.shift.notes).toBeUndefined();
  const declined = await asked(world, 'cleo', { period, date: '2026-12-03' });
  await world.as.ben.post(`/api/shifts/${declined}/reject`, { rejected_reason: 'covered' });
  const after = await asked(world, 'dev', { period, date: '2026-12-04' });
  await dev.hears(about(after, 'shift.requested'));
  expect(dev.heard.filter((message) => message.shift?.id === declined)).toEqual([]);
  expect(JSON.stringify(dev.heard)).not.toContain('secretive');
  dev.close();
});

test('who was away gets what was missed, in order, without a gap or a double', async () => {
  const first = await subscribed('ben');
  const before = await asked(world, 'dev', { period, date: '2026-12-05' });
  const { cursor } = await first.hears(about(before, 'shift.requested'));
  first.close();
  const missed: string[] = [];
  for (const date of ['2026-12-06', '2026-12-07', '2026-12-08']) {
    missed.push(await asked(world, 'dev', { period, date }));
  }
  const again = await subscribed('ben', cursor);
  const live = await asked(world, 'dev', { period, date: '2026-12-09' });
  await again.hears(about(live, 'shift.requested'));
  const ids = again.heard
    .filter(({ type }) => type === 'shift.requested')
    .map(({ shift }) => shift.id);
  expect(ids).toEqual([...missed, live]);
  again.close();
});

test('what one node commits, sockets of another hear', async () => {
  const node = await world.anotherNode();
  const ear = await openEar(world, 'ben', {}, node.origin);
  ear.say({ type: 'subscribe', topic });
  await ear.hears(({ type }) => type === 'subscribed');
  const shift = await asked(world, 'eli', { period, date: '2026-12-10' });
  await ear.hears(about(shift, 'shift.requested'));
  ear.close();
});

test('parallel writers: every event once, in the order of the cursors', async () => {
  const ear = await subscribed('ben');
  const dates = Array.from({ length: 14 }, (_, i) => `2026-12-${String(i + 12).padStart(2, '0')}`);
  const shifts = await Promise.all(
    dates.map((date) => asked(world, 'dev', { period, date, start: '12:00', end: '13:00' })),
  );
  for (const shift of shifts) await ear.hears(about(shift, 'shift.requested'));
  const cursors = ear.heard
    .filter(({ cursor, type }) => cursor && type !== 'subscribed')
    .map(({ cursor }) => cursor.split('-').map(BigInt));
  const sorted = cursors.toSorted(([a, b], [c, d]) => Number(a - c || b - d));
  expect(cursors).toEqual(sorted);
  expect(new Set(cursors.map(String)).size).toBe(cursors.length);
  ear.close();
});

describe('nobody is let in', () => {
  test("another organisation's period, an unknown one, a made-up topic", async () => {
    const fay = await openEar(world, 'fay');
    for (const wrong of [topic, 'schedule:7', 'constructor:x', '__proto__', 'schedule:']) {
      fay.say({ type: 'subscribe', topic: wrong });
      expect(await fay.hears((message) => message.topic === wrong)).toMatchObject({
        type: 'error',
        code: 'not_found',
      });
    }
    const shift = await asked(world, 'eli', { period, date: '2026-12-11' });
    await approve(world, shift);
    fay.say({ type: 'ping', timestamp: 1 });
    await fay.hears(({ type }) => type === 'pong');
    expect(fay.heard.filter(({ type }) => type.startsWith('shift.'))).toEqual([]);
    fay.close();
  });

  test('a bad token, no token, a refresh token', async () => {
    for (const token of ['', 'x.y.z', `${await accessOf(world, 'cleo')}x`]) {
      const ear = await openEar(world);
      ear.say({ type: 'authenticate', token });
      expect(await ear.closed).toBe(4401);
    }
    const silent = await openEar(world);
    silent.say({ type: 'subscribe', topic });
    expect(await silent.closed).toBe(4401);
  });

  test('who says nothing is sent away after five seconds', async () => {
    const ear = await openEar(world);
    expect(await ear.closed).toBe(4401);
  }, 10_000);

  test('a page of another origin', async () => {
    const ear = await openEar(world, undefined, { origin: 'https://evil.example' });
    expect(await ear.closed).toBe(4403);
  });

  test('who logs out: the socket ends', async () => {
    const token = await accessOf(world, 'eli');
    const ear = await openEar(world);
    ear.say({ type: 'authenticate', token });
    await ear.hears(({ type }) => type === 'ready');
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const answer = await world.anyone.send('POST', '/api/auth/logout', { body: '{}', headers });
    expect(answer.status).toBe(200);
    expect(await ear.closed).toBe(4401);
  });
});

describe('what is no message', () => {
  test('is answered with an error and nothing breaks', async () => {
    const ear = await openEar(world, 'cleo');
    for (const bad of ['{', '[]', 'null', '{"type":"drop"}', '{"__proto__":{"type":"ping"}}'])
      ear.say(bad);
    ear.say(Buffer.from([1, 2, 3]));
    ear.say({ type: 'ping', timestamp: 42 });
    expect(await ear.hears(({ type }) => type === 'pong')).toEqual({ type: 'pong', timestamp: 42 });
    expect(ear.heard.filter(({ type }) => type === 'error')).toHaveLength(6);
    ear.close();
  });

  test('too large: 1009; too many: 1008', async () => {
    const large = await openEar(world, 'cleo');
    large.say('x'.repeat(65_537));
    expect(await large.closed).toBe(1009);
    const many = await openEar(world, 'cleo');
    for (let i = 0; i < 100; i += 1) many.say({ type: 'ping' });
    expect(await many.closed).toBe(1008);
  });
});
