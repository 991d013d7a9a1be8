import { beforeAll, describe, expect, test } from 'vitest';
import {
  booked,
  bookingUntruths,
  madeSeries,
  nth,
  primeTime,
  readSeries,
  shownOf,
  toldOf,
} from '../testing/booking-steps.ts';
import { later } from '../testing/later.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf, outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await primeTime(world, 1, '17:00', '19:00');
});

describe('this and following', () => {
  test('moved: what came before stays; the series is the same', async () => {
    const made = await madeSeries(world, '2026-12-02');
    const body = { start_time: '14:00', end_time: '15:30', days_later: 1 };
    const answer = await world.as.cleo.put(`/api/reservations/${nth(made, 2)}/rest`, body);
    expect(answer.status).toBe(200);
    expect(answer.body.id).toBe(made.id);
    expect(shownOf(answer.body)).toEqual([
      ...['2026-12-02 10:00 CONFIRMED', '2026-12-09 10:00 CONFIRMED'],
      ...['2026-12-17 14:00 CONFIRMED', '2026-12-24 14:00 CONFIRMED'],
    ]);
    expect(await eventsOf(world, made.id)).toEqual(['series.created', 'series.updated']);
    expect(await eventsOf(world, nth(made, 2))).toEqual([
      ...['reservation.confirmed', 'reservation.moved'],
    ]);
    expect(await toldOf(world, made.id)).toEqual(['series-confirmed cleo', 'series-moved cleo']);
    expect(await bookingUntruths(world)).toEqual([]);
  });

  test('one goes where the next one was: a daily series a day later', async () => {
    const made = await madeSeries(world, '2027-01-04', 'FREQ=DAILY;COUNT=4');
    const path = `/api/reservations/${nth(made, 0)}/rest`;
    const answer = await world.as.cleo.put(path, { days_later: 1 });
    expect(shownOf(answer.body)[0]).toBe('2027-01-05 10:00 CONFIRMED');
    expect(shownOf(answer.body)[3]).toBe('2027-01-08 10:00 CONFIRMED');
    expect(await bookingUntruths(world)).toEqual([]);
  });

  test('one of them can’t: none is moved, and each that can’t is listed', async () => {
    const made = await madeSeries(world, '2027-04-22');
    await booked(world, 'dev', { date: '2027-05-06', start: '15:00', end: '16:00' });
    const body = { start_time: '15:00', end_time: '16:00' };
    const answer = await world.as.cleo.put(`/api/reservations/${nth(made, 1)}/rest`, body);
    expect(answer).toMatchObject({
      status: 409,
      body: {
        code: 'series_clashes',
        clashes: [{ date: '2027-05-06', code: 'reservation_taken' }],
      },
    });
    expect(shownOf(await readSeries(world, made.id))).toEqual(shownOf(made));
    expect(await bookingUntruths(world)).toEqual([]);
  });

  test('into prime time: they wait, and admins are told once', async () => {
    const made = await madeSeries(world, '2026-12-01');
    const body = { start_time: '17:00', end_time: '18:00' };
    const answer = await world.as.cleo.put(`/api/reservations/${nth(made, 2)}/rest`, body);
    expect(shownOf(answer.body).slice(2)).toEqual([
      ...['2026-12-15 17:00 PENDING', '2026-12-22 17:00 PENDING'],
    ]);
    expect((await toldOf(world, made.id)).slice(1)).toEqual([
      ...['series-moved cleo', 'series-requested ada', 'series-requested ben'],
    ]);
  });

  test('notes alone move nothing and mail nobody', async () => {
    const made = await madeSeries(world, '2026-12-04');
    const path = `/api/reservations/${nth(made, 1)}/rest`;
    const answer = await world.as.cleo.put(path, { notes: 'Band' });
    const notes = answer.body.reservations.map((one: { notes: string }) => one.notes);
    expect(notes).toEqual(['', 'Band', 'Band', 'Band']);
    expect(await toldOf(world, made.id)).toEqual(['series-confirmed cleo']);
  });
});

describe('who may, and what not', () => {
  test('strangers, others, other organisations', async () => {
    const made = await madeSeries(world, '2027-05-05');
    const path = `/api/reservations/${nth(made, 0)}/rest`;
    expect((await world.anyone.put(path, {})).status).toBe(401);
    for (const who of ['dev', 'fay'] as const) {
      expect(outcome(await world.as[who].put(path, { notes: 'x' }))).toEqual([404, 'not_found']);
    }
    expect((await world.as.ben.put(path, { notes: 'x' })).status).toBe(200);
  });

  test('moved by two at once: one order of both, nothing overlaps', async () => {
    const made = await madeSeries(world, '2027-02-03');
    const path = `/api/reservations/${nth(made, 1)}/rest`;
    const answers = await Promise.all([
      world.as.ben.put(path, { start_time: '12:00', end_time: '13:00' }),
      world.as.ada.put(path, { start_time: '14:00', end_time: '15:00' }),
      world.as.ada.put(`/api/reservations/${nth(made, 3)}`, {
        start_time: '16:00',
        end_time: '17:00',
      }),
    ]);
    for (const { status } of answers) expect([200, 409]).toContain(status);
    expect(await bookingUntruths(world)).toEqual([]);
  });

  test('of no series: not_recurring; another version: 412; begun: reservation_past', async () => {
    const alone = await booked(world, 'cleo', { date: '2027-05-14' });
    const path = `/api/reservations/${alone}/rest`;
    expect(outcome(await world.as.cleo.put(path, {}))).toEqual([409, 'not_recurring']);
    const made = await madeSeries(world, '2026-11-20', 'FREQ=WEEKLY;COUNT=2');
    const first = `/api/reservations/${nth(made, 0)}/rest`;
    const stale = await world.as.cleo.put(first, { notes: 'x' }, { 'if-match': '"9"' });
    expect(outcome(stale)).toEqual([412, 'version_stale']);
    later(world, { hours: 1 });
    const past = await world.as.cleo.put(first, { notes: 'x' });
    expect(outcome(past)).toEqual([409, 'reservation_past']);
  });
});
