import { beforeAll, describe, expect, test } from 'vitest';
import {
  booked,
  bookingSettings,
  bookingUntruths,
  primeTime,
  toldOf,
} from '../testing/booking-steps.ts';
import { crowd } from '../testing/crowd.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf, outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const path = '/api/reservations/series';
const wish = (date: string, rrule: string, more: object = {}) => ({
  ...{ date, start_time: '10:00', end_time: '11:00', rrule },
  ...more,
});
type One = { id: string; date: string; status: string };
const datesOf = (rows: One[]) => rows.map(({ date }) => date);

test('a stranger is asked to log in', async () => {
  const answer = await world.anyone.post(path, wish('2026-12-01', 'FREQ=WEEKLY;COUNT=2'));
  expect(outcome(answer)).toEqual([401, 'unauthenticated']);
});

test('weekly until a date: every one reserved, one letter, each journalled', async () => {
  const body = wish('2026-12-01', 'FREQ=WEEKLY;UNTIL=20261222', { notes: 'Choir' });
  const answer = await world.as.cleo.post(path, body);
  expect(answer).toMatchObject({
    status: 201,
    body: { clashes: [], series: { rrule: 'FREQ=WEEKLY;UNTIL=20261222T235959Z', notes: 'Choir' } },
  });
  const { series } = answer.body;
  const dates = ['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22'];
  expect(datesOf(series.reservations)).toEqual(dates);
  for (const one of series.reservations) {
    expect(one).toMatchObject({ series: series.id, status: 'CONFIRMED', notes: 'Choir' });
    expect(await eventsOf(world, one.id)).toEqual(['reservation.confirmed']);
  }
  expect(await eventsOf(world, series.id)).toEqual(['series.created']);
  expect(await toldOf(world, series.id)).toEqual(['series-confirmed cleo']);
  const read = await world.as.cleo.get(`${path}/${series.id}`);
  expect(read.body).toEqual(series);
  const listed = await world.as.cleo.get(`/api/reservations?series=${series.id}`);
  expect(listed.body).toHaveLength(4);
  expect(await bookingUntruths(world)).toEqual([]);
});

describe('clashes', () => {
  test('all or none: each date that can’t be is listed with why, and nothing is made', async () => {
    await booked(world, 'dev', { date: '2026-12-16', start: '10:30', end: '11:30' });
    const body = wish('2026-12-02', 'FREQ=WEEKLY;COUNT=3');
    const answer = await world.as.cleo.post(path, body);
    expect(answer).toMatchObject({
      status: 409,
      body: {
        code: 'series_clashes',
        clashes: [
          {
            ...{ date: '2026-12-16', start_time: '10:00:00', code: 'reservation_taken' },
            detail: 'Room is taken then: from 10:30 to 11:30 on 2026-12-16.',
          },
        ],
      },
    });
    expect((await world.as.cleo.get('/api/reservations?date=2026-12-02')).body).toEqual([]);
  });

  test('with partial the others are made, and the clashes listed', async () => {
    const body = wish('2026-12-02', 'FREQ=WEEKLY;COUNT=3', { partial: true });
    const answer = await world.as.cleo.post(path, body);
    expect(answer.status).toBe(201);
    expect(datesOf(answer.body.series.reservations)).toEqual(['2026-12-02', '2026-12-09']);
    expect(answer.body.clashes).toMatchObject([{ date: '2026-12-16', code: 'reservation_taken' }]);
  });

  test('with partial too there is no series of none', async () => {
    await booked(world, 'dev', { date: '2026-12-03' });
    const body = wish('2026-12-03', 'FREQ=DAILY;COUNT=1', { partial: true });
    expect(outcome(await world.as.cleo.post(path, body))).toEqual([409, 'series_clashes']);
  });

  test('limits count what the series itself takes', async () => {
    await bookingSettings(world, { weekly_hours_max: 3 });
    const body = wish('2027-01-04', 'FREQ=DAILY;COUNT=5', { partial: true });
    const answer = await world.as.dev.post(path, body);
    expect(datesOf(answer.body.series.reservations)).toEqual([
      ...['2027-01-04', '2027-01-05', '2027-01-06'],
    ]);
    expect(answer.body.clashes.map((one: { code: string }) => one.code)).toEqual([
      ...['too_many_hours', 'too_many_hours'],
    ]);
    await bookingSettings(world, { weekly_hours_max: null });
  });

  test('too far ahead, and a time that the clocks skip, are clashes of their dates', async () => {
    await bookingSettings(world, { days_ahead_max: 30 });
    const far = wish('2026-12-14', 'FREQ=WEEKLY;COUNT=2', {
      start_time: '13:00',
      end_time: '14:00',
    });
    const answer = await world.as.eli.post(path, far);
    expect(answer.body.clashes).toMatchObject([{ date: '2026-12-21', code: 'too_far_ahead' }]);
    await bookingSettings(world, { days_ahead_max: 365, business_start_time: '00:00' });
    const night = wish('2027-03-21', 'FREQ=WEEKLY;COUNT=3', {
      start_time: '01:15',
      end_time: '02:15',
    });
    const spring = await world.as.eli.post(path, { ...night, partial: true });
    expect(datesOf(spring.body.series.reservations)).toEqual(['2027-03-21', '2027-04-04']);
    expect(spring.body.clashes).toMatchObject([
      { date: '2027-03-28', code: 'nonexistent_local_time' },
    ]);
    await bookingSettings(world, { business_start_time: '07:00' });
  });
});

test('by the clock: the same time on both sides of the nights when clocks change', async () => {
  const body = wish('2027-03-22', 'FREQ=WEEKLY;COUNT=2');
  const [before, after] = (await world.as.cleo.post(path, body)).body.series.reservations;
  expect([before.start_time, before.starts_at]).toEqual(['10:00:00', '2027-03-22T10:00:00Z']);
  expect([after.start_time, after.starts_at]).toEqual(['10:00:00', '2027-03-29T09:00:00Z']);
});

test('in prime time all wait; admins are told once, with the dates', async () => {
  await primeTime(world, 3, '17:00', '19:00');
  const evening = { start_time: '17:00', end_time: '18:00' };
  const answer = await world.as.cleo.post(path, wish('2026-12-03', 'FREQ=WEEKLY;COUNT=2', evening));
  const { series } = answer.body;
  expect(series.reservations.map((one: One) => one.status)).toEqual(['PENDING', 'PENDING']);
  expect(await toldOf(world, series.id)).toEqual(['series-requested ada', 'series-requested ben']);
});

test.each([
  ['FREQ=WEEKLY', 'rrule'],
  ['FREQ=DAILY;COUNT=101', 'rrule'],
  ['FREQ=WEEKLY;BYDAY=MO;COUNT=2', 'date'],
  ['nonsense', 'rrule'],
])('%s: 400 with the field', async (rrule, field) => {
  const answer = await world.as.cleo.post(path, wish('2026-12-01', rrule));
  expect(answer.status).toBe(400);
  expect(Object.keys(answer.body.errors)).toEqual([field]);
});

test('a wish that no date could have is 400, not a list of clashes', async () => {
  const closed = wish('2026-12-01', 'FREQ=WEEKLY;COUNT=2', {
    start_time: '05:00',
    end_time: '06:00',
  });
  expect(outcome(await world.as.cleo.post(path, closed))).toEqual([400, 'outside_business_hours']);
  const past = wish('2026-11-01', 'FREQ=WEEKLY;COUNT=2');
  expect(outcome(await world.as.cleo.post(path, past))).toEqual([400, 'span_in_past']);
});

test('R-08: 16 people want the same eight weeks at once: one series, no deadlock', async () => {
  const people = await crowd(world, 16);
  const body = wish('2027-05-04', 'FREQ=WEEKLY;COUNT=8');
  const answers = await Promise.all(people.map((one) => one.post(path, body)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(15).fill(409)]);
  expect(await bookingUntruths(world)).toEqual([]);
});

test('a hundred: in time, and all of them', async () => {
  const began = performance.now();
  const lunch = { start_time: '12:00', end_time: '12:30' };
  const answer = await world.as.eli.post(path, wish('2027-06-01', 'FREQ=DAILY;COUNT=100', lunch));
  expect(answer.body.series.reservations).toHaveLength(100);
  expect(performance.now() - began).toBeLessThan(10_000);
});
