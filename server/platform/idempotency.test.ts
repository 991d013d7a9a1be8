import { beforeAll, describe, expect, test } from 'vitest';
import { demoPassword } from '../demo/module.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf, openPeriod, outcome } from '../testing/rota-steps.ts';
import { readKey } from './idempotency.ts';
import { idempotencyKeys, pruneAll } from './prune.ts';

let world: World;
let period: string;
let day = 0;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
});

/** A wish for a day that nobody has asked for yet. */
function newWish(change: object = {}) {
  day += 1;
  const date = `2026-12-${String(day).padStart(2, '0')}`;
  return { schedule_period: period, date, start_time: '06:00', end_time: '09:00', ...change };
}
const ask = (who: 'cleo' | 'dev', wish: object, key: string) =>
  world.as[who].post('/api/shifts', wish, { 'idempotency-key': key });
const countShifts = async () => (await world.sql('SELECT FROM shift')).length;

test('I-01: the same key and body twice: the first answer again, one row, one entry', async () => {
  const wish = newWish();
  const first = await ask('cleo', wish, '"k1"');
  const before = await countShifts();
  const second = await ask('cleo', wish, '"k1"');
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.body).toEqual(first.body);
  expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
  expect(first.headers.get('idempotency-replayed')).toBeNull();
  expect(second.headers.get('idempotency-replayed')).toBe('true');
  expect(await countShifts()).toBe(before);
  expect(await eventsOf(world, first.body.id)).toEqual(['shift.requested']);
});

test('I-02: the same key with another body: 409, nothing written', async () => {
  await ask('cleo', newWish(), '"k2"');
  const before = await countShifts();
  const answer = await ask('cleo', newWish(), '"k2"');
  expect(outcome(answer)).toEqual([409, 'idempotency_key_reused']);
  expect(await countShifts()).toBe(before);
});

test('I-03: 50 at once: one is done, all get its answer', async () => {
  const wish = newWish();
  const before = await countShifts();
  const answers = await Promise.all(Array.from({ length: 50 }, () => ask('dev', wish, '"k3"')));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  const replayed = answers.filter(({ headers }) => headers.get('idempotency-replayed') === 'true');
  expect(replayed).toHaveLength(49);
  expect(await countShifts()).toBe(before + 1);
});

test('I-04: no call demands a key; without one it is done each time', async () => {
  const post = () =>
    world.as.ben.post('/api/schedule-periods', {
      ...{ name: 'January', start_date: '2027-01-01', end_date: '2027-01-31' },
    });
  const [one, two] = [await post(), await post()];
  expect(one.body.id).not.toBe(two.body.id);
});

describe('I-05: a key that is none', () => {
  test.each([
    ['unquoted', 'k5'],
    ['a list', '"a", "b"'],
    ['empty', '""'],
    ['half open', '"k5'],
    ['with a quote inside', '"a"b"'],
    ['with a backslash', '"a\\b"'],
    ['too long', `"${'k'.repeat(256)}"`],
    ['a token list', 'a,b'],
    ['beyond ASCII', '"schlüssel"'],
  ])('%s: 400 that names the header, nothing written', async (_what, key) => {
    const before = await countShifts();
    const answer = await ask('cleo', newWish(), key);
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors)).toEqual(['Idempotency-Key']);
    expect(await countShifts()).toBe(before);
  });

  test('readKey: none is null, one is read, two headers are refused', () => {
    expect(readKey(undefined)).toBeNull();
    expect(readKey('"a b-c:1"')).toBe('a b-c:1');
    expect(readKey(`"${'k'.repeat(255)}"`)).toHaveLength(255);
    expect(() => readKey(['"a"', '"b"'])).toThrowError(expect.objectContaining({ status: 400 }));
    expect(() => readKey('"a\u0007"')).toThrowError(expect.objectContaining({ status: 400 }));
  });
});

describe('I-06: a key belongs to a person and a route', () => {
  test('another person with it is on their own', async () => {
    const wish = newWish();
    const cleo = await ask('cleo', wish, '"k6"');
    const dev = await ask('dev', wish, '"k6"');
    expect([cleo.status, dev.status]).toEqual([201, 201]);
    expect(dev.body.requested_by).toBe(world.ids.dev);
  });

  test('next door and on another thing too', async () => {
    const headers = { 'idempotency-key': '"k6b"' };
    const january = { name: 'January', start_date: '2027-01-01', end_date: '2027-01-31' };
    const ours = await world.as.ben.post('/api/schedule-periods', january, headers);
    const theirs = await world.as.fay.post('/api/schedule-periods', january, headers);
    expect(theirs.body.id).not.toBe(ours.body.id);
    const shifts = [await ask('cleo', newWish(), '"s1"'), await ask('cleo', newWish(), '"s2"')];
    for (const { body } of shifts) {
      const answer = await world.as.ben.post(`/api/shifts/${body.id}/approve`, {}, headers);
      expect([answer.status, answer.body.shift.id]).toEqual([200, body.id]);
    }
  });
});

describe('I-07: what was not done is not kept', () => {
  test('after invalid input the corrected body is done with the same key', async () => {
    const wish = newWish();
    const wrong = await ask('cleo', { ...wish, end_time: '05:00' }, '"k7"');
    expect(wrong.status).toBe(400);
    expect((await ask('cleo', wish, '"k7"')).status).toBe(201);
  });

  test('after a conflict too, and it is asked again', async () => {
    const wish = newWish();
    const first = await ask('cleo', wish, '"k7b"');
    expect(outcome(await ask('cleo', wish, '"k7c"'))).toEqual([409, 'shift_overlaps_own']);
    await world.as.cleo.delete(`/api/shifts/${first.body.id}`);
    const again = await ask('cleo', wish, '"k7c"');
    expect(again.status).toBe(201);
    expect(again.headers.get('idempotency-replayed')).toBeNull();
  });
});

test('I-10: after 24 hours it is a new one', async () => {
  const wish = newWish();
  const first = await ask('cleo', wish, '"k10"');
  await world.as.cleo.delete(`/api/shifts/${first.body.id}`);
  await world.sql(`UPDATE idempotency SET created_at = created_at - interval '24 hours'`);
  expect((await ask('cleo', wish, '"k10"')).body.id).toBe(first.body.id);
  await world.sql(`UPDATE idempotency SET created_at = created_at - interval '1 second'`);
  const again = await ask('cleo', wish, '"k10"');
  expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, null]);
  expect(again.body.id).not.toBe(first.body.id);
});

test('I-10: pruned after 24 hours, and not before; nothing of record goes with it', async () => {
  const wish = newWish();
  const first = await ask('cleo', wish, '"k10p"');
  const kept = () => world.sql(`SELECT FROM idempotency WHERE key = 'k10p'`);
  const prune = () => pruneAll(world.program.app, [idempotencyKeys]);
  await prune();
  expect(await kept()).toHaveLength(1);
  await world.sql(`UPDATE idempotency SET created_at = created_at - interval '24 hours 1 second'`);
  expect((await prune()).get('idempotency keys')).toBeGreaterThan(0);
  expect(await kept()).toEqual([]);
  expect(await eventsOf(world, first.body.id)).toEqual(['shift.requested']);
  await world.as.cleo.delete(`/api/shifts/${first.body.id}`);
  const again = await ask('cleo', wish, '"k10p"');
  expect(again.body.id).not.toBe(first.body.id);
});

test('I-11: a replayed answer has the headers of the first, and sets no cookie', async () => {
  const wish = newWish();
  const [first, second] = [await ask('cleo', wish, '"k11"'), await ask('cleo', wish, '"k11"')];
  for (const name of ['location', 'etag', 'content-type']) {
    expect(second.headers.get(name), name).toBe(first.headers.get(name));
  }
  expect(second.headers.get('set-cookie')).toBeNull();
});

test('I-11: a log-in is not replayed: each has a session of its own', async () => {
  const body = { email: 'dev@harbour.example', password: demoPassword };
  const logIn = () => world.anyone.post('/api/auth/login', body, { 'idempotency-key': '"k11b"' });
  const [first, second] = [await logIn(), await logIn()];
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(second.headers.get('idempotency-replayed')).toBeNull();
  expect(second.body.tokens.refresh).not.toBe(first.body.tokens.refresh);
  expect(await world.sql(`SELECT FROM idempotency WHERE key = 'k11b'`)).toEqual([]);
});

test('I-12: DELETE, PUT and PATCH need no key: twice leaves what once leaves', async () => {
  const { body: shift } = await ask('cleo', newWish(), '"k12"');
  const cancel = () => world.as.cleo.delete(`/api/shifts/${shift.id}`);
  const [gone, again] = [await cancel(), await cancel()];
  expect(gone.status).toBeLessThan(300);
  expect(again.status).toBe(409);
  expect(await eventsOf(world, shift.id)).toEqual(['shift.requested', 'shift.deleted']);
  const dates = { start_date: '2027-02-01', end_date: '2027-02-28' };
  const february = await world.as.ben.post('/api/schedule-periods', { name: 'Feb', ...dates });
  const replace = () =>
    world.as.ben.put(`/api/schedule-periods/${february.body.id}`, {
      ...{ name: 'February', ...dates, status: 'OPEN', seats: 1 },
    });
  const [one, two] = [await replace(), await replace()];
  expect([one.status, two.status]).toEqual([200, 200]);
  const { version: _v, updated_at: _u, ...same } = two.body;
  expect(one.body).toMatchObject(same);
});
