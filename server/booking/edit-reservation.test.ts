import { beforeAll, describe, expect, test } from 'vitest';
import {
  addedResource,
  booked,
  bookingUntruths,
  commitmentsOf,
  decide,
  primeTime,
  reservationOf,
  toldOf,
} from '../testing/booking-steps.ts';
import { later } from '../testing/later.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf, outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  for (const weekday of [0, 1, 2, 3, 4]) await primeTime(world, weekday);
});

type Name = keyof World['as'];
const edit = (who: Name, id: string, body: object, headers: Record<string, string> = {}) =>
  world.as[who].put(`/api/reservations/${id}`, body, headers);

describe('who may', () => {
  test('a stranger, another member, another organisation: they see none', async () => {
    const id = await booked(world, 'cleo', { date: '2026-12-01' });
    expect((await world.anyone.put(`/api/reservations/${id}`, { notes: 'x' })).status).toBe(401);
    expect(outcome(await edit('dev', id, { notes: 'x' }))).toEqual([404, 'not_found']);
    expect(outcome(await edit('fay', id, { notes: 'x' }))).toEqual([404, 'not_found']);
    expect(await eventsOf(world, id)).toEqual(['reservation.confirmed']);
  });

  test('an admin may: its person is told who did it', async () => {
    const id = await booked(world, 'cleo', { date: '2026-12-02' });
    const answer = await edit('ben', id, { start_time: '13:00', end_time: '14:00' });
    expect(answer).toMatchObject({ status: 200, body: { start_time: '13:00:00', version: 2 } });
    expect(await toldOf(world, id)).toEqual([
      'reservation-confirmed cleo',
      'reservation-moved cleo',
    ]);
  });
});

test('some of the fields; moved within its own span it is not in its own way', async () => {
  const id = await booked(world, 'cleo', { date: '2026-12-03' });
  const answer = await edit('cleo', id, { end_time: '11:30' });
  expect(answer).toMatchObject({
    status: 200,
    body: { start_time: '10:00:00', end_time: '11:30:00', status: 'CONFIRMED' },
  });
  expect(await eventsOf(world, id)).toEqual(['reservation.confirmed', 'reservation.moved']);
  const entry = (await world.journal()).at(-1);
  expect(entry?.data).toMatchObject({
    was: 'CONFIRMED',
    changes: { end_time: { before: '11:00:00', after: '11:30:00' } },
  });
  expect(await bookingUntruths(world)).toEqual([]);
});

test('notes alone move nothing and mail nobody', async () => {
  const id = await booked(world, 'cleo', { date: '2026-12-04' });
  const answer = await edit('cleo', id, { notes: 'bring keys' });
  expect(answer.body).toMatchObject({ notes: 'bring keys', version: 2 });
  expect(await eventsOf(world, id)).toEqual(['reservation.confirmed', 'reservation.updated']);
  expect(await toldOf(world, id)).toEqual(['reservation-confirmed cleo']);
  expect((await edit('cleo', id, { notes: 'bring keys' })).body.version).toBe(2);
  expect((await edit('cleo', id, {})).body.version).toBe(2);
});

test('to another resource', async () => {
  const other = await addedResource(world, 'Studio');
  const id = await booked(world, 'cleo', { date: '2026-12-05' });
  const answer = await edit('cleo', id, { resource: other });
  expect(answer.body).toMatchObject({ resource: other, resource_name: 'Studio' });
  expect(await bookingUntruths(world)).toEqual([]);
});

test('into prime time it is pending again, out of it confirmed; decided anew each time', async () => {
  const id = await booked(world, 'cleo', { date: '2026-12-07' });
  const into = await edit('cleo', id, { start_time: '17:00', end_time: '18:00' });
  expect(into.body).toMatchObject({ status: 'PENDING', is_primetime: true });
  expect(await toldOf(world, id)).toEqual([
    'reservation-confirmed cleo',
    ...['reservation-moved cleo', 'reservation-requested ada', 'reservation-requested ben'],
  ]);
  expect((await commitmentsOf(world, id))[0]).toMatchObject({ firmness: 'held' });
  expect((await decide(world, id)).body.status).toBe('CONFIRMED');
  const again = await edit('cleo', id, { start_time: '17:30', end_time: '18:30' });
  expect(again.body).toMatchObject({ status: 'PENDING', decided_by_name: null });
  expect((await decide(world, id, 'not then')).body.status).toBe('REJECTED');

  const out = await booked(world, 'dev', { date: '2026-12-08', start: '17:00', end: '18:00' });
  const moved = await edit('dev', out, { start_time: '15:00', end_time: '16:00' });
  expect(moved.body).toMatchObject({
    status: 'CONFIRMED',
    hold_expires_at: null,
    is_primetime: false,
  });
  expect(await bookingUntruths(world)).toEqual([]);
});

test('moving one that waits gives it no more time', async () => {
  const id = await booked(world, 'dev', { date: '2026-12-09', start: '17:00', end: '18:00' });
  const { hold_expires_at: until } = await reservationOf(world, id);
  later(world, { hours: 1 });
  const answer = await edit('dev', id, { start_time: '17:30', end_time: '18:30' });
  expect(answer.body).toMatchObject({ status: 'PENDING', hold_expires_at: until });
});

describe('refusals', () => {
  test('every check again: taken, busy, closed, too long', async () => {
    const id = await booked(world, 'eli', { date: '2026-12-10' });
    await booked(world, 'dev', { date: '2026-12-10', start: '12:00', end: '13:00' });
    const into = { start_time: '12:30', end_time: '13:30' };
    expect(outcome(await edit('eli', id, into))).toEqual([409, 'reservation_taken']);
    const early = { start_time: '06:00' };
    expect(outcome(await edit('eli', id, early))).toEqual([400, 'outside_business_hours']);
    const backwards = { start_time: '12:00' };
    expect(outcome(await edit('eli', id, backwards))).toEqual([400, 'end_not_after_start']);
    expect(outcome(await edit('eli', id, { date: '2026-11-19' }))).toEqual([400, 'span_in_past']);
    expect(await eventsOf(world, id)).toEqual(['reservation.confirmed']);
  });

  test('begun or over: reservation_past; cancelled: reservation_closed', async () => {
    const past = await booked(world, 'eli', { date: '2026-11-20', start: '12:00', end: '13:00' });
    const gone = await booked(world, 'eli', { date: '2026-12-11' });
    await world.as.eli.delete(`/api/reservations/${gone}`);
    expect(outcome(await edit('eli', gone, { notes: 'x' }))).toEqual([409, 'reservation_closed']);
    later(world, { hours: 2 });
    expect(outcome(await edit('eli', past, { notes: 'x' }))).toEqual([409, 'reservation_past']);
    expect(outcome(await edit('ben', past, { notes: 'x' }))).toEqual([409, 'reservation_past']);
  });

  test('another version than the one that was read: 412', async () => {
    const id = await booked(world, 'cleo', { date: '2026-12-14' });
    const answer = await edit('cleo', id, { notes: 'x' }, { 'if-match': '"7"' });
    expect(outcome(answer)).toEqual([412, 'version_stale']);
  });
});

test('two who have read the same version change it at once: one 200, one 412 (R-25)', async () => {
  const id = await booked(world, 'cleo', { date: '2026-12-15' });
  const ifMatch = { 'if-match': '"1"' };
  const answers = await Promise.all([
    edit('cleo', id, { start_time: '13:00', end_time: '14:00' }, ifMatch),
    edit('ben', id, { start_time: '15:00', end_time: '16:00' }, ifMatch),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect((await eventsOf(world, id)).length).toBe(2);
});
