import { beforeAll, expect, test } from 'vitest';
import { addedResource, book } from '../testing/booking-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf, outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
const path = '/api/reservations/admin/primetime';
const monday = { weekday: 0, start_time: '17:00:00', end_time: '19:00:00', is_active: true };

test('a stranger, a member: refused', async () => {
  expect((await world.anyone.post(path, monday)).status).toBe(401);
  expect(outcome(await world.as.cleo.post(path, monday))).toEqual([403, 'forbidden']);
});

test('as the source’s front end sends it: weekday 0 is Monday; it is a rule of approval', async () => {
  const answer = await world.as.ben.post(`${path}/`, monday);
  expect(answer).toMatchObject({ status: 201, body: { ...monday, resource: null, version: 1 } });
  expect(await eventsOf(world, answer.body.id)).toEqual(['approval_rule.created']);
  const rules = (await world.as.ben.get('/api/approval-rules?subject=reservation')).body;
  expect(rules).toMatchObject([{ id: answer.body.id, name: 'Prime time' }]);
  const onMonday = { date: '2026-12-07', start: '17:00', end: '18:00' };
  expect((await book(world, 'cleo', onMonday)).body.status).toBe('PENDING');
  const onTuesday = { ...onMonday, date: '2026-12-08' };
  expect((await book(world, 'cleo', onTuesday)).body.status).toBe('CONFIRMED');
});

test('of one resource: others are free of it', async () => {
  const court = await addedResource(world, 'Court');
  const wednesday = { ...monday, weekday: 2, resource: court };
  expect((await world.as.ben.post(path, wednesday)).body.resource).toBe(court);
  const wish = { date: '2026-12-09', start: '17:00', end: '18:00' };
  expect((await book(world, 'cleo', wish)).body.status).toBe('CONFIRMED');
  const there = await book(world, 'dev', { ...wish, resource: court });
  expect(there.body).toMatchObject({ status: 'PENDING', is_primetime: true });
});

test('until midnight; else an end after its start', async () => {
  const late = { ...monday, weekday: 4, start_time: '22:00', end_time: '00:00' };
  expect((await world.as.ben.post(path, late)).status).toBe(201);
  for (const body of [
    { ...monday, end_time: '17:00' },
    { ...monday, end_time: '16:00' },
    { ...monday, weekday: 7 },
    { ...monday, weekday: -1 },
    { ...monday, start_time: '25:00' },
    { ...monday, resource: '01a1f000-0000-7000-8000-000000000000' },
  ]) {
    expect((await world.as.ben.post(path, body)).status).toBe(400);
  }
});
