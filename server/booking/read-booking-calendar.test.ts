import { beforeAll, describe, expect, test } from 'vitest';
import {
  addedResource,
  book,
  booked,
  bookingSettings,
  primeTime,
  reservationOf,
} from '../testing/booking-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

type Name = keyof World['as'];
type Slot = {
  start_time: string;
  end_time: string;
  state: string;
  available: boolean;
  type: string;
};
async function days(who: Name, from: string, until = from, resource?: string) {
  const query = new URLSearchParams({ start_date: from, end_date: until });
  if (resource) query.set('resource', resource);
  const answer = await world.as[who].get(`/api/reservations/calendar?${query}`);
  expect(answer.status).toBe(200);
  return answer.body.calendar;
}
const slots = async (who: Name, date: string, resource?: string): Promise<Slot[]> =>
  (await days(who, date, date, resource))[0].available_slots;
const states = (list: Slot[]) =>
  Object.fromEntries(list.map((slot) => [slot.start_time.slice(0, 5), slot.state]));

test('a stranger is asked to log in', async () => {
  const path = '/api/reservations/calendar?start_date=2026-12-01&end_date=2026-12-01';
  expect((await world.anyone.get(path)).status).toBe(401);
});

test('a day: hours, slots of an hour, and what is reserved', async () => {
  await booked(world, 'cleo', { date: '2026-12-01' });
  const answer = await world.as.cleo.get(
    '/api/reservations/calendar/?start_date=2026-12-01&end_date=2026-12-02',
  );
  expect(answer.body).toMatchObject({
    start_date: '2026-12-01',
    end_date: '2026-12-02',
    resource_name: 'Room',
    time_zone: 'Europe/London',
    calendar: [
      {
        date: '2026-12-01',
        is_primetime: false,
        primetime_hours: null,
        business_hours: { start_time: '07:00:00', end_time: '19:00:00' },
        reserved_slots: [{ start_time: '10:00:00', mine: true, user_name: 'Cleo Marsh' }],
      },
      { date: '2026-12-02', reserved_slots: [] },
    ],
  });
  const [first, second] = answer.body.calendar;
  expect(first.available_slots.length).toBe(12);
  expect(first.available_slots[0]).toEqual({
    ...{ start_time: '07:00:00', end_time: '08:00:00', type: 'regular', available: true },
    ...{ state: 'free', needs_approval: false, approval_detail: '', cost: null },
  });
  expect(states(first.available_slots)['10:00']).toBe('mine');
  expect(second.available_slots.every((slot: Slot) => slot.available)).toBe(true);
});

test('of others one sees when, not who nor why; an admin sees all', async () => {
  await booked(world, 'dev', { date: '2026-12-03', notes: 'A talk about pay' });
  const [seen] = (await days('cleo', '2026-12-03'))[0].reserved_slots;
  expect(seen).toMatchObject({
    ...{ start_time: '10:00:00', mine: false, user: null, user_name: null, notes: '' },
    ...{ user_email: null, editable: false, can: { edit: false, cancel: false } },
  });
  expect(states(await slots('cleo', '2026-12-03'))['10:00']).toBe('taken');
  const [all] = (await days('ben', '2026-12-03'))[0].reserved_slots;
  expect(all).toMatchObject({ user_name: 'Dev Patel', notes: 'A talk about pay' });
});

test('what is longer than a slot or off the grid blocks every slot that it touches', async () => {
  await booked(world, 'dev', { date: '2026-12-04', start: '08:30', end: '10:15' });
  await booked(world, 'eli', { date: '2026-12-04', start: '12:59', end: '13:04' });
  const taken = (await slots('cleo', '2026-12-04')).filter(({ available }) => !available);
  expect(taken.map(({ start_time }) => start_time)).toEqual([
    ...['08:00:00', '09:00:00', '10:00:00', '12:00:00', '13:00:00'],
  ]);
});

test('prime time is said before anyone asks: which slots, and why', async () => {
  await primeTime(world, 0, '08:00', '09:30');
  const evening = await primeTime(world, 0, '18:00', '23:00');
  await primeTime(world, 0, '12:00', '13:00', { is_active: false });
  const [day] = await days('cleo', '2026-12-07');
  expect(day).toMatchObject({
    is_primetime: true,
    primetime_hours: { start_time: '08:00:00', end_time: '19:00:00' },
    primetime_spans: [
      { start_time: '08:00:00', end_time: '09:30:00' },
      { start_time: '18:00:00', end_time: '19:00:00' },
    ],
  });
  const prime = day.available_slots.filter((slot: Slot) => slot.type === 'primetime');
  expect(prime.map((slot: Slot) => slot.start_time)).toEqual(['08:00:00', '09:00:00', '18:00:00']);
  expect(prime[2]).toMatchObject({
    needs_approval: true,
    approval_detail: 'Prime time: it reaches into Monday from 18:00 to 23:00.',
  });
  await world.as.ben.delete(`/api/reservations/admin/primetime/${evening}`);
});

test('other rules too: who has booked much that week is told so in the slot', async () => {
  const rule = { over_minutes: 120, per: 'week' };
  await world.as.ben.post('/api/approval-rules', {
    ...{ subject: 'reservation', name: 'Much', conditions: { hours: rule } },
  });
  await booked(world, 'eli', { date: '2026-12-09', start: '10:00', end: '12:00' });
  const [slot] = await slots('eli', '2026-12-10');
  expect(slot).toMatchObject({ type: 'regular', needs_approval: true, available: true });
  expect((await slots('eli', '2026-12-17'))[0]).toMatchObject({ needs_approval: false });
  expect((await slots('dev', '2026-12-10'))[0]).toMatchObject({ needs_approval: false });
});

test('two units: a slot is free as long as one of them is all through it', async () => {
  const pair = await addedResource(world, 'Pair', { capacity: 2 });
  const wish = { date: '2026-12-08', resource: pair };
  await booked(world, 'dev', wish);
  expect(states(await slots('cleo', '2026-12-08', pair))['10:00']).toBe('free');
  // One unit until half past, the other from then on: none is free for the hour.
  await booked(world, 'ben', { ...wish, start: '12:00', end: '12:30' });
  await booked(world, 'eli', { ...wish, start: '10:30', end: '11:00' });
  expect(states(await slots('cleo', '2026-12-08', pair))['10:00']).toBe('taken');
  expect(outcome(await book(world, 'cleo', wish))).toEqual([409, 'reservation_taken']);
  expect(states(await slots('cleo', '2026-12-08', pair))['12:00']).toBe('free');
});

test('what has begun is past, what is beyond the last day too far', async () => {
  const today = states(await slots('cleo', '2026-11-20'));
  expect([today['08:00'], today['09:00']]).toEqual(['past', 'free']);
  await bookingSettings(world, { days_ahead_max: 30 });
  expect(states(await slots('cleo', '2026-12-21'))['10:00']).toBe('too_far');
  expect(states(await slots('cleo', '2026-12-20'))['10:00']).toBe('free');
  await bookingSettings(world, { days_ahead_max: 365 });
});

test('a resource with its own hours, slots and price', async () => {
  const court = await addedResource(world, 'Court', {
    price: { per_hour: 1250, currency: 'GBP' },
    settings: {
      business_start_time: '18:00',
      business_end_time: '00:00',
      slot_duration_minutes: 90,
    },
  });
  const [day] = await days('cleo', '2026-12-01', '2026-12-01', court);
  expect(day.available_slots).toMatchObject([
    { start_time: '18:00:00', end_time: '19:30:00', cost: { amount: 1875, currency: 'GBP' } },
    { start_time: '19:30:00' },
    { start_time: '21:00:00' },
    { start_time: '22:30:00', end_time: '00:00:00' },
  ]);
  const last = { date: '2026-12-01', start: '22:30', end: '00:00', resource: court };
  const id = await booked(world, 'cleo', last);
  expect(await reservationOf(world, id)).toMatchObject({ cost: { amount: 1875, currency: 'GBP' } });
  expect(states(await slots('cleo', '2026-12-01', court))['22:30']).toBe('mine');
});

describe('both nights when clocks change: every slot that is shown can be had', () => {
  test.each(['2027-03-28', '2027-10-31'])('%s', async (date) => {
    const hall = await addedResource(world, `Hall ${date}`, {
      ...{ occupies_person: false },
      settings: {
        ...{ business_start_time: '00:00', business_end_time: '00:00', stay_minutes_max: 60 },
        ...{ stay_minutes_min: 60, days_ahead_max: 400, slot_duration_minutes: 60 },
      },
    });
    const shown = await slots('dev', date, hall);
    expect(shown.length).toBe(date.includes('-03-') ? 23 : 24);
    for (const { start_time: start, end_time: end } of shown) {
      const answer = await book(world, 'dev', { date, start, end, resource: hall });
      expect([start, outcome(answer)]).toEqual([start, [201, undefined]]);
    }
    const after = await slots('dev', date, hall);
    expect(after.every(({ state }) => state === 'mine')).toBe(true);
  });
});

describe('refusals', () => {
  const get = (query: string) => world.as.cleo.get(`/api/reservations/calendar?${query}`);
  test('62 days at most, no end before the start', async () => {
    expect((await get('start_date=2026-12-01&end_date=2027-01-31')).body.calendar.length).toBe(62);
    expect((await get('start_date=2026-12-01&end_date=2027-02-01')).status).toBe(400);
    expect((await get('start_date=2026-12-02&end_date=2026-12-01')).status).toBe(400);
    expect((await get('start_date=2026-12-02')).status).toBe(400);
  });

  test('a resource that is not there, or another organisation’s: 404', async () => {
    const room = await addedResource(world, 'Ours');
    const query = `start_date=2026-12-01&end_date=2026-12-01&resource=${room}`;
    expect((await world.as.fay.get(`/api/reservations/calendar?${query}`)).status).toBe(404);
  });
});
