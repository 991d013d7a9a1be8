import { beforeAll, expect, test } from 'vitest';
import {
  booked,
  bookingUntruths,
  madeSeries,
  nth,
  readSeries,
  shownOf,
  toldOf,
} from '../testing/booking-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf, outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('strangers, others, other organisations: refused', async () => {
  const made = await madeSeries(world, '2026-12-08');
  const path = `/api/reservations/${nth(made, 0)}/rest`;
  expect((await world.anyone.delete(path)).status).toBe(401);
  for (const who of ['dev', 'fay'] as const) {
    expect(outcome(await world.as[who].delete(path))).toEqual([404, 'not_found']);
  }
  expect(shownOf(await readSeries(world, made.id))).toEqual(shownOf(made));
});

test('cancelled: what came before stays', async () => {
  const made = await madeSeries(world, '2026-12-07');
  const path = `/api/reservations/${nth(made, 2)}/rest`;
  expect((await world.as.cleo.delete(path)).status).toBe(204);
  expect(shownOf(await readSeries(world, made.id)).map((one) => one.split(' ')[2])).toEqual([
    ...['CONFIRMED', 'CONFIRMED', 'CANCELLED', 'CANCELLED'],
  ]);
  expect((await eventsOf(world, made.id)).at(-1)).toBe('series.cancelled');
  expect((await toldOf(world, made.id)).at(-1)).toBe('series-cancelled cleo');
  expect(outcome(await world.as.cleo.delete(path))).toEqual([409, 'reservation_closed']);
  expect(await bookingUntruths(world)).toEqual([]);
});

test('of no series: not_recurring; another version: 412', async () => {
  const alone = await booked(world, 'cleo', { date: '2026-12-11' });
  const one = await world.as.cleo.delete(`/api/reservations/${alone}/rest`);
  expect(outcome(one)).toEqual([409, 'not_recurring']);
  const made = await madeSeries(world, '2026-12-10');
  const path = `/api/reservations/${nth(made, 0)}/rest`;
  const stale = await world.as.cleo.delete(path, undefined, { 'if-match': '"9"' });
  expect(outcome(stale)).toEqual([412, 'version_stale']);
});

test('cancelled by two at once: one 204, one 409, one event each', async () => {
  const made = await madeSeries(world, '2027-01-06');
  const path = `/api/reservations/${nth(made, 0)}/rest`;
  const answers = await Promise.all([world.as.ben.delete(path), world.as.cleo.delete(path)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  expect(await eventsOf(world, nth(made, 3))).toEqual([
    ...['reservation.confirmed', 'reservation.cancelled'],
  ]);
});
