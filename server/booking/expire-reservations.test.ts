import { beforeAll, expect, test } from 'vitest';
import {
  book,
  booked,
  bookingSettings,
  bookingUntruths,
  decide,
  primeTime,
  reservationOf,
  toldOf,
} from '../testing/booking-steps.ts';
import { later } from '../testing/later.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, openPeriod, outcome } from '../testing/rota-steps.ts';
import { expireReservations } from './expire-reservations.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await primeTime(world, 1, '07:00', '19:00');
  await bookingSettings(world, { hold_hours: 2 });
});

const events = async (id: string) => {
  const rows = await world.sql<{ event: string; actor_id: string | null }>(
    'SELECT event, actor_id FROM journal WHERE subject_id = $1 ORDER BY seq',
    [id],
  );
  return rows.map((row) => [row.event, row.actor_id]);
};

test('what nobody decided on in time is ended and told once, however many sweep', async () => {
  const id = await booked(world, 'cleo');
  expect(await expireReservations(world.program.app)).toBe(0);
  later(world, { hours: 1, minutes: 59 });
  const kept = await booked(world, 'dev', { start: '14:00', end: '15:00' });
  later(world, { minutes: 1 });
  expect((await reservationOf(world, id)).status).toBe('EXPIRED');
  const sweeps = await Promise.all([1, 2, 3].map(() => expireReservations(world.program.app)));
  expect(sweeps.reduce((sum, one) => sum + one)).toBe(1);
  expect(await reservationOf(world, id)).toMatchObject({
    status: 'EXPIRED',
    rejection_reason: 'Nobody decided in time.',
  });
  expect(await events(id)).toEqual([
    ['reservation.requested', world.ids.cleo],
    ['reservation.expired', null],
  ]);
  expect((await toldOf(world, id)).at(-1)).toBe('reservation-expired cleo');
  expect((await reservationOf(world, kept)).status).toBe('PENDING');
  expect(await bookingUntruths(world)).toEqual([]);
});

test('a hold that ran out is in nobody’s way, also before any sweep', async () => {
  const id = await booked(world, 'cleo', { start: '12:00', end: '13:00' });
  const wish = { start: '12:30', end: '13:30' };
  expect(outcome(await book(world, 'eli', wish))).toEqual([409, 'reservation_taken']);
  later(world, { hours: 2 });
  const day = async () => {
    const query = 'start_date=2026-12-01&end_date=2026-12-01';
    const [date] = (await world.as.eli.get(`/api/reservations/calendar?${query}`)).body.calendar;
    return date.available_slots.find(
      (slot: { start_time: string }) => slot.start_time === '12:00:00',
    );
  };
  expect(await day()).toMatchObject({ available: true });
  const taken = await booked(world, 'eli', wish);
  await expireReservations(world.program.app);
  expect((await reservationOf(world, id)).status).toBe('EXPIRED');
  expect((await reservationOf(world, taken)).status).toBe('PENDING');
  expect(await bookingUntruths(world)).toEqual([]);
});

test('a shift at that time waits for a hold, and not for one that ran out', async () => {
  const period = await openPeriod(world, { start_date: '2026-11-20' });
  const times = { date: '2026-12-22', start: '09:00', end: '12:00' };
  await booked(world, 'dev', { ...times, start: '10:00', end: '11:00' });
  const shift = await asked(world, 'dev', { period, ...times });
  const held = await approve(world, shift);
  expect(outcome(held)).toEqual([409, 'person_busy']);
  expect(held.body.detail).toContain('a reservation from 10:00 to 11:00');
  later(world, { hours: 2 });
  expect((await approve(world, shift)).status).toBe(200);
  await expireReservations(world.program.app);
  expect(await bookingUntruths(world)).toEqual([]);
});

test('no hold outlasts the beginning of what it holds', async () => {
  const soon = await booked(world, 'dev', { date: '2026-12-08', start: '10:00', end: '11:00' });
  await world.sql('UPDATE booking_settings SET hold_hours = 720');
  const later = await booked(world, 'dev', { date: '2026-12-08', start: '12:00', end: '13:00' });
  expect((await reservationOf(world, later)).hold_expires_at).toBe('2026-12-08T12:00:00Z');
  expect((await reservationOf(world, soon)).hold_expires_at).not.toBe('2026-12-08T10:00:00Z');
  await bookingSettings(world, { hold_hours: 2 });
});

test('approved in the moment when it runs out, and claimed by another: one of them has it', async () => {
  for (const hour of ['07', '08', '09', '10', '11']) {
    const wish = { date: '2026-12-15', start: `${hour}:00`, end: `${hour}:30` };
    const id = await booked(world, 'cleo', wish);
    // The hold ends between the two: each of them reads its own moment.
    await world.sql('UPDATE commitment SET expires_at = $2 WHERE source_id = $1', [
      id,
      world.clock.now().toString(),
    ]);
    const [decision, claim] = await Promise.all([decide(world, id), book(world, 'eli', wish)]);
    const wins = [decision.status === 200, claim.status === 201];
    expect(wins.filter(Boolean).length).toBe(1);
    if (claim.status === 201) {
      await world.sql('UPDATE reservation SET hold_expires_at = $2 WHERE id = $1', [
        id,
        world.clock.now().toString(),
      ]);
      await expireReservations(world.program.app);
    }
    expect(await bookingUntruths(world)).toEqual([]);
  }
});
