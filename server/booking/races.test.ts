import { beforeAll, expect, test } from 'vitest';
import {
  addedResource,
  booked,
  bookingUntruths,
  primeTime,
  reservationOf,
} from '../testing/booking-steps.ts';
import type { Client } from '../testing/client.ts';
import { crowd } from '../testing/crowd.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf } from '../testing/rota-steps.ts';
import { addDays } from '../timeline/module.ts';

let world: World;
let people: Client[];
beforeAll(async () => {
  world = await openWorld();
  people = await crowd(world, 64);
});

const wish = (date: string, more: object = {}) => ({
  ...{ date, start_time: '10:00', end_time: '11:00' },
  ...more,
});
const make = (client: Client, body: object) => client.post('/api/reservations', body);
const tally = (answers: { status: number }[]) => {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

test('64 people want one slot: one has it, 63 are told that it is taken, and nothing else', async () => {
  for (const date of ['2026-12-01', '2026-12-02', '2026-12-03']) {
    const answers = await Promise.all(people.map((one) => make(one, wish(date))));
    expect(tally(answers)).toEqual({ 201: 1, 409: 63 });
    const refused = answers.filter(({ status }) => status === 409);
    expect(new Set(refused.map(({ body }) => body.code))).toEqual(new Set(['reservation_taken']));
  }
  expect(await bookingUntruths(world)).toEqual([]);
});

test('64 want overlapping pieces of one morning, one unit: what is taken never overlaps', async () => {
  const date = '2026-12-04';
  const answers = await Promise.all(
    people.map((one, i) => {
      const start = 7 * 60 + ((i * 37) % 240);
      const clock = (minute: number) =>
        `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      return make(one, wish(date, { start_time: clock(start), end_time: clock(start + 45) }));
    }),
  );
  const counts = tally(answers);
  expect(Object.keys(counts)).toEqual(['201', '409']);
  expect(await bookingUntruths(world)).toEqual([]);
});

test('capacity five: five have it, 59 do not; in prime time held ones count as well', async () => {
  await primeTime(world, 1, '07:00', '19:00');
  const five = await addedResource(world, 'Five desks', { capacity: 5 });
  for (const date of ['2026-12-07', '2026-12-08']) {
    const answers = await Promise.all(
      people.map((one) => make(one, wish(date, { resource: five }))),
    );
    expect(tally(answers)).toEqual({ 201: 5, 409: 59 });
  }
  expect(await bookingUntruths(world)).toEqual([]);
});

test('R-07: capacity lowered from five to three while ten book: never more than fit when they did', async () => {
  const desks = await addedResource(world, 'Desks', { capacity: 5 });
  const before = await Promise.all(
    people.slice(0, 2).map((one) => make(one, wish('2027-03-09', { resource: desks }))),
  );
  const [lowered, ...answers] = await Promise.all([
    world.as.ben.patch(`/api/resources/${desks}`, { capacity: 3 }),
    ...people.slice(2, 12).map((one) => make(one, wish('2027-03-09', { resource: desks }))),
  ]);
  expect(lowered.status).toBe(200);
  const taken = [...before, ...answers].filter(({ status }) => status === 201).length;
  expect(taken).toBeGreaterThanOrEqual(3);
  expect(taken).toBeLessThanOrEqual(5);
  const late = await make(people[13] as Client, wish('2027-03-09', { resource: desks }));
  expect(late.status).toBe(409);
  expect(await bookingUntruths(world)).toEqual([]);
});

test('one person books two rooms at once for the same hour: one of them', async () => {
  const other = await addedResource(world, 'Other room');
  for (const i of [0, 1, 2, 3, 4, 5]) {
    const date = addDays('2027-01-06', i * 7);
    const answers = await Promise.all([
      make(people[i] as Client, wish(date)),
      make(people[i] as Client, wish(date, { resource: other })),
    ]);
    expect(tally(answers)).toEqual({ 201: 1, 409: 1 });
  }
  expect(await bookingUntruths(world)).toEqual([]);
});

test('live limits hold under parallel tries: three at once of one who may have two', async () => {
  const answer = await world.as.ben.put('/api/reservations/admin/settings', {
    live_reservations_max: 2,
  });
  expect(answer.status).toBe(200);
  const [one] = await crowd(world, 1);
  const tries = ['2027-03-01', '2027-03-03', '2027-03-04', '2027-03-05'];
  const answers = await Promise.all(tries.map((date) => make(one as Client, wish(date))));
  expect(tally(answers)).toEqual({ 201: 2, 409: 2 });
  await world.as.ben.put('/api/reservations/admin/settings', { live_reservations_max: null });
});

test('edited, approved and cancelled at once: always one order of them, never a 5xx', async () => {
  for (const i of [0, 1, 2, 3, 4, 5]) {
    const date = addDays('2027-01-05', i * 7);
    const id = await booked(world, 'cleo', { date });
    const answers = await Promise.all([
      world.as.ben.post(`/api/reservations/${id}/approve`, { action: 'approve' }),
      world.as.cleo.put(`/api/reservations/${id}`, { end_time: '11:30' }),
      world.as.cleo.delete(`/api/reservations/${id}`),
      world.as.ada.post(`/api/reservations/${id}/approve`, {
        action: 'reject',
        rejection_reason: 'no',
      }),
    ]);
    for (const { status } of answers) expect([200, 204, 409]).toContain(status);
    const { status } = await reservationOf(world, id);
    expect(['CANCELLED', 'REJECTED']).toContain(status);
    expect((await eventsOf(world, id)).length).toBe(
      answers.filter((one) => one.status < 300).length + 1,
    );
  }
  expect(await bookingUntruths(world)).toEqual([]);
});

test('two change places at once, over and over: one gets there, no deadlock', async () => {
  const studio = await addedResource(world, 'Studio');
  for (const i of [0, 1, 2, 3, 4]) {
    const date = addDays('2027-01-07', i * 7);
    const [a, b] = await Promise.all([
      booked(world, 'cleo', { date }),
      booked(world, 'dev', { date, resource: studio }),
    ]);
    const [room] = (await world.as.ben.get('/api/resources')).body;
    const answers = await Promise.all([
      world.as.cleo.put(`/api/reservations/${a}`, { resource: studio }),
      world.as.dev.put(`/api/reservations/${b}`, { resource: room.id }),
    ]);
    for (const { status } of answers) expect([200, 409]).toContain(status);
  }
  expect(await bookingUntruths(world)).toEqual([]);
});
