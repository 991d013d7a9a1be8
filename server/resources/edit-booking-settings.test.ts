import { beforeAll, expect, test } from 'vitest';
import { addedResource, book, booked, reservationOf } from '../testing/booking-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
const path = '/api/reservations/admin/settings';
const put = (who: keyof World['as'], body: object, headers = {}) =>
  world.as[who].put(path, body, headers);

test('a stranger, a member: refused', async () => {
  expect((await world.anyone.put(path, {})).status).toBe(401);
  expect(outcome(await put('cleo', {}))).toEqual([403, 'forbidden']);
});

test('as the source’s front end sends them; what is not named stays, what is booked too', async () => {
  const id = await booked(world, 'cleo', { date: '2026-12-01', start: '18:00', end: '19:00' });
  const answer = await put('ben', {
    ...{ business_start_time: '08:00:00', business_end_time: '18:00:00' },
    ...{ slot_duration_minutes: 30, send_confirmation_emails: false },
  });
  expect(answer).toMatchObject({
    status: 200,
    body: {
      business_start_time: '08:00:00',
      slot_duration_minutes: 30,
      hold_hours: 48,
      version: 1,
    },
  });
  expect((await world.journal()).at(-1)).toMatchObject({
    event: 'booking_settings.updated',
    data: { changes: { slot_duration_minutes: { before: 60, after: 30 } } },
  });
  expect((await put('ben', { slot_duration_minutes: 30 })).body.version).toBe(1);
  expect((await reservationOf(world, id)).status).toBe('CONFIRMED');
  const late = { date: '2026-12-02', start: '18:00', end: '19:00' };
  expect(outcome(await book(world, 'cleo', late))).toEqual([400, 'outside_business_hours']);
  expect((await world.as.fay.get(path)).body.business_start_time).toBe('07:00:00');
});

test('per person: so many at once, so many hours a week', async () => {
  await put('ben', { live_reservations_max: 3, weekly_hours_max: 4, slot_duration_minutes: 60 });
  await booked(world, 'dev', { date: '2026-12-07', start: '08:00', end: '11:00' });
  const more = await book(world, 'dev', { date: '2026-12-08', start: '08:00', end: '09:01' });
  expect(more).toMatchObject({
    status: 409,
    body: { code: 'too_many_hours', weekly_hours_after: '4.02', weekly_hours_max: 4 },
  });
  await booked(world, 'dev', { date: '2026-12-08', start: '08:00', end: '09:00' });
  await booked(world, 'dev', { date: '2026-12-14' });
  const fourth = await book(world, 'dev', { date: '2026-12-21' });
  expect(fourth).toMatchObject({
    status: 409,
    body: { code: 'too_many_reservations', live_reservations: 3, live_reservations_max: 3 },
  });
  // A resource with a limit of its own counts what is of it.
  const van = await addedResource(world, 'Van', { settings: { live_reservations_max: 1 } });
  await booked(world, 'dev', { date: '2026-12-22', resource: van });
  const second = await book(world, 'dev', { date: '2026-12-23', resource: van });
  expect(outcome(second)).toEqual([409, 'too_many_reservations']);
  await put('ben', { live_reservations_max: null, weekly_hours_max: null });
});

test('contradictions: 400 with the field, also those that only a resource would have', async () => {
  await addedResource(world, 'Narrow', { settings: { stay_minutes_max: 60 } });
  for (const [body, field] of [
    [{ business_end_time: '07:00' }, 'business_end_time'],
    [{ stay_minutes_min: 800 }, 'stay_minutes_max'],
    [{ slot_duration_minutes: 90 }, 'slot_duration_minutes'],
    [{ slot_duration_minutes: 4 }, 'slot_duration_minutes'],
    [{ hold_hours: 0 }, 'hold_hours'],
  ] as const) {
    const answer = await put('ben', body);
    expect([body, answer.status]).toEqual([body, 400]);
    expect(Object.keys(answer.body.errors)).toEqual([field]);
  }
  const narrow = await put('ben', { slot_duration_minutes: 90 });
  expect(narrow.body.detail).toContain('See the settings of Narrow.');
});

test('two who have read the same version: one 200, one 412', async () => {
  const { version } = (await world.as.ben.get(path)).body;
  const ifMatch = { 'if-match': `"${version}"` };
  const answers = await Promise.all([
    put('ben', { hold_hours: 5 }, ifMatch),
    put('ada', { hold_hours: 6 }, ifMatch),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
});
