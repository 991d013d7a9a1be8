import { beforeAll, expect, test } from 'vitest';
import { book, booked, primeTime, reservationOf } from '../testing/booking-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf, outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
const edit = (who: keyof World['as'], id: string, body: object, headers = {}) =>
  world.as[who].put(`/api/reservations/admin/primetime/${id}`, body, headers);

test('a stranger, a member, another organisation, another rule: refused', async () => {
  const id = await primeTime(world, 6);
  const path = `/api/reservations/admin/primetime/${id}`;
  expect((await world.anyone.put(path, {})).status).toBe(401);
  expect(outcome(await edit('cleo', id, {}))).toEqual([403, 'forbidden']);
  expect(outcome(await edit('fay', id, { weekday: 1 }))).toEqual([404, 'not_found']);
  const [rule] = (await world.as.ben.get('/api/approval-rules?subject=shift')).body;
  expect(outcome(await edit('ben', rule.id, { weekday: 1 }))).toEqual([404, 'not_found']);
});

test('some of its fields; what was booked before stays as it is', async () => {
  const id = await primeTime(world, 0);
  const wish = { date: '2026-12-07', start: '17:00', end: '18:00' };
  const waits = await booked(world, 'cleo', wish);
  const answer = await edit('ben', id, { weekday: 1, end_time: '18:00:00' });
  expect(answer).toMatchObject({
    status: 200,
    body: { weekday: 1, start_time: '17:00:00', end_time: '18:00:00', version: 2 },
  });
  expect((await reservationOf(world, waits)).status).toBe('PENDING');
  const free = await book(world, 'cleo', { ...wish, date: '2026-12-14' });
  expect(free.body.status).toBe('CONFIRMED');
  await edit('ben', id, { is_active: false });
  const off = await book(world, 'cleo', { ...wish, date: '2026-12-08' });
  expect(off.body.status).toBe('CONFIRMED');
  expect((await edit('ben', id, { is_active: false })).body.version).toBe(3);
  expect(await eventsOf(world, id)).toEqual([
    ...['approval_rule.created', 'approval_rule.updated', 'approval_rule.updated'],
  ]);
});

test('an end before its start, another version: refused', async () => {
  const id = await primeTime(world, 3);
  expect((await edit('ben', id, { start_time: '20:00' })).body.errors).toHaveProperty('end_time');
  const stale = await edit('ben', id, { weekday: 2 }, { 'if-match': '"5"' });
  expect(outcome(stale)).toEqual([412, 'version_stale']);
});

test('two who have read the same version: one 200, one 412', async () => {
  const id = await primeTime(world, 4);
  const ifMatch = { 'if-match': '"1"' };
  const answers = await Promise.all([
    edit('ben', id, { weekday: 5 }, ifMatch),
    edit('ada', id, { weekday: 6 }, ifMatch),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
});
