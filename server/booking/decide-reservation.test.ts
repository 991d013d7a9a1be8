import { beforeAll, describe, expect, test } from 'vitest';
import {
  book,
  booked,
  bookingSettings,
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

/** One that waits; each of its own date. */
let day = 0;
const waiting = (who: 'cleo' | 'dev' = 'cleo') => {
  day += 1;
  const date = Temporal.PlainDate.from('2026-12-07').add({
    days: Math.floor((day - 1) / 5) * 7 + ((day - 1) % 5),
  });
  return booked(world, who, { date: date.toString(), start: '17:00', end: '18:00' });
};

describe('who may', () => {
  test('a stranger is asked to log in', async () => {
    const answer = await world.anyone.post(`/api/reservations/${await waiting()}/approve`, {
      action: 'approve',
    });
    expect(outcome(answer)).toEqual([401, 'unauthenticated']);
  });

  test('a member may not, nor approve their own', async () => {
    const id = await waiting();
    const answer = await world.as.cleo.post(`/api/reservations/${id}/approve`, {
      action: 'approve',
    });
    expect(outcome(answer)).toEqual([403, 'forbidden']);
  });

  test('for another organisation there is no such reservation', async () => {
    const id = await waiting();
    const answer = await world.as.fay.post(`/api/reservations/${id}/approve`, {
      action: 'approve',
    });
    expect(outcome(answer)).toEqual([404, 'not_found']);
    expect(await eventsOf(world, id)).toEqual(['reservation.requested']);
  });
});

test('approved: what it held is firm, its person is told, who decided is journalled', async () => {
  const id = await waiting();
  const answer = await decide(world, id);
  expect(answer).toMatchObject({
    status: 200,
    body: {
      status: 'CONFIRMED',
      is_primetime: true,
      decided_by_name: 'Ben Lindqvist',
      decided_at: '2026-11-20T09:00:00Z',
      hold_expires_at: null,
      version: 2,
      can: { approve: false, reject: false, edit: true, cancel: true },
    },
  });
  expect(await commitmentsOf(world, id)).toEqual([
    { holder_kind: 'person', firmness: 'firm' },
    { holder_kind: 'resource', firmness: 'firm' },
  ]);
  expect(await eventsOf(world, id)).toEqual(['reservation.requested', 'reservation.confirmed']);
  const entry = (await world.journal()).at(-1);
  expect(entry).toMatchObject({ actor_id: world.ids.ben, data: { was: 'PENDING' } });
  expect((await toldOf(world, id)).at(-1)).toBe('reservation-approved cleo');
});

test('rejected with a reason: the span is free, its person reads why', async () => {
  const id = await waiting();
  const { date } = await reservationOf(world, id);
  const answer = await decide(world, id, 'The floor is painted that week');
  expect(answer).toMatchObject({
    status: 200,
    body: {
      status: 'REJECTED',
      rejection_reason: 'The floor is painted that week',
      editable: false,
    },
  });
  expect(await commitmentsOf(world, id)).toEqual([]);
  expect(await eventsOf(world, id)).toEqual(['reservation.requested', 'reservation.rejected']);
  expect((await toldOf(world, id)).at(-1)).toBe('reservation-rejected cleo');
  const mine = await world.as.cleo.get(`/api/reservations/${id}`);
  expect(mine.body.rejection_reason).toBe('The floor is painted that week');
  expect((await book(world, 'dev', { date, start: '17:00', end: '18:00' })).status).toBe(201);
});

describe('refusals', () => {
  test('a rejection needs its reason, an approval takes none', async () => {
    const id = await waiting();
    const path = `/api/reservations/${id}/approve`;
    const bare = await world.as.ben.post(path, { action: 'reject' });
    expect(bare).toMatchObject({
      status: 400,
      body: { errors: { rejection_reason: expect.anything() } },
    });
    const odd = await world.as.ben.post(path, { action: 'approve', rejection_reason: 'why' });
    expect(odd.status).toBe(400);
    expect((await world.as.ben.post(path, { action: 'maybe' })).status).toBe(400);
    const empty = { action: 'reject', rejection_reason: '  ' };
    expect((await world.as.ben.post(path, empty)).status).toBe(400);
    expect(await eventsOf(world, id)).toEqual(['reservation.requested']);
  });

  test('decided already: reservation_not_pending', async () => {
    const id = await waiting();
    await decide(world, id);
    expect(await decide(world, id, 'no')).toMatchObject({
      status: 409,
      body: { code: 'reservation_not_pending', reservation_status: 'CONFIRMED' },
    });
  });

  test('confirmed from the start: there is nothing to decide', async () => {
    const id = await booked(world, 'cleo', { date: '2026-12-05' });
    expect(outcome(await decide(world, id))).toEqual([409, 'reservation_not_pending']);
  });

  test('its hold ran out: hold_expired, before any sweep', async () => {
    await bookingSettings(world, { hold_hours: 1 });
    const id = await waiting('dev');
    await bookingSettings(world, { hold_hours: 48 });
    later(world, { hours: 1 });
    expect(outcome(await decide(world, id))).toEqual([409, 'hold_expired']);
    expect(await reservationOf(world, id)).toMatchObject({
      status: 'EXPIRED',
      rejection_reason: 'Nobody decided in time.',
      can: { approve: false, reject: false, edit: false, cancel: false },
    });
  });
});

test('two admins at once, one approves and one rejects: one 200, one 409, one letter', async () => {
  const id = await waiting();
  const path = `/api/reservations/${id}/approve`;
  const answers = await Promise.all([
    world.as.ben.post(path, { action: 'approve' }),
    world.as.ada.post(path, { action: 'reject', rejection_reason: 'no' }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await eventsOf(world, id)).length).toBe(2);
  expect((await toldOf(world, id)).filter((told) => told.endsWith('cleo')).length).toBe(1);
});
