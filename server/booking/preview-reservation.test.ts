import { beforeAll, describe, expect, test } from 'vitest';
import { addedResource, book, booked, primeTime } from '../testing/booking-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await primeTime(world, 3, '17:00', '19:00');
});

const preview = (who: keyof World['as'], wish: Record<string, string> = {}) => {
  const query = new URLSearchParams({
    ...{ date: '2026-12-01', start_time: '10:00', end_time: '11:00' },
    ...wish,
  });
  return world.as[who].get(`/api/reservations/preview?${query}`);
};

test('a stranger is asked to log in', async () => {
  const query = 'date=2026-12-01&start_time=10:00&end_time=11:00';
  expect((await world.anyone.get(`/api/reservations/preview?${query}`)).status).toBe(401);
});

test('confirmed, or pending and why, and what it costs; nothing is written', async () => {
  const court = await addedResource(world, 'Court', { price: { per_hour: 1099, currency: 'EUR' } });
  // Logging in writes: that is done before.
  await preview('cleo');
  const before = await world.sql('SELECT count(*) FROM journal');
  expect((await preview('cleo')).body).toEqual({
    ...{
      status: 'CONFIRMED',
      is_primetime: false,
      approval_reasons: [],
      cost: null,
      why_not: null,
    },
  });
  const evening = { date: '2026-12-03', start_time: '16:30', end_time: '18:00', resource: court };
  expect((await preview('cleo', evening)).body).toMatchObject({
    ...{ status: 'PENDING', is_primetime: true, cost: { amount: 1649, currency: 'EUR' } },
    approval_reasons: [{ detail: 'Prime time: it reaches into Thursday from 17:00 to 19:00.' }],
  });
  expect(await world.sql('SELECT count(*) FROM journal')).toEqual(before);
});

describe('rules other than prime time, as they are told before and after', () => {
  const rule = (name: string, conditions: object) =>
    world.as.ben.post('/api/approval-rules', { subject: 'reservation', name, conditions });
  test('a role, hours over a limit, the first one, a cost', async () => {
    await rule('Owners', { roles: ['owner'] });
    await rule('Long', { hours: { over_minutes: 180, per: 'request' } });
    await rule('New here', { first_booking: true });
    await rule('Dear', { cost: { over: 5000, currency: 'GBP' } });
    const hall = await addedResource(world, 'Hall', { price: { per_hour: 2000, currency: 'GBP' } });
    const reasons = async (who: keyof World['as'], wish: Record<string, string>) =>
      (await preview(who, wish)).body.approval_reasons.map((one: { name: string }) => one.name);
    expect(await reasons('ada', {})).toEqual(['Owners', 'New here']);
    const dear = { resource: hall, end_time: '13:00' };
    expect(await reasons('dev', dear)).toEqual(['New here', 'Dear']);
    expect(await reasons('dev', { end_time: '14:00' })).toEqual(['Long', 'New here']);
    const made = await book(world, 'dev', { end: '14:00' });
    expect(made.body.status).toBe('PENDING');
    expect(made.body.approval_reasons.map((one: { name: string }) => one.name)).toEqual([
      ...['Long', 'New here'],
    ]);
    await world.as.ben.post(`/api/reservations/${made.body.id}/approve`, { action: 'approve' });
    expect(await reasons('dev', { date: '2026-12-02' })).toEqual([]);
  });
});

test('why it can’t be: the same code and sentence as making it', async () => {
  await booked(world, 'ben', { date: '2026-12-08' });
  for (const wish of [
    { date: '2026-12-08', start: '10:30', end: '11:30' },
    { date: '2026-11-19' },
    { start: '06:00', end: '07:00' },
    { start: '11:00', end: '10:00' },
  ]) {
    const { date = '2026-12-01', start: start_time = '10:00', end: end_time = '11:00' } = wish;
    const told = (await preview('cleo', { date, start_time, end_time })).body;
    const made = await book(world, 'cleo', wish);
    expect(made.status).toBeGreaterThanOrEqual(400);
    expect(told).toMatchObject({
      status: null,
      why_not: { code: made.body.code, detail: made.body.detail },
    });
  }
});

test('of one that would be moved: it is not in its own way, and is judged as its person’s', async () => {
  const id = await booked(world, 'ben', { date: '2026-12-09' });
  const wish = { date: '2026-12-09', start_time: '10:30', end_time: '11:30' };
  expect((await preview('ben', { ...wish, reservation: id })).body.why_not).toBeNull();
  expect((await preview('ben', wish)).body.why_not).toMatchObject({ code: 'reservation_taken' });
  expect((await preview('cleo', { ...wish, reservation: id })).status).toBe(404);
  await world.as.ben.delete(`/api/reservations/${id}`);
  expect((await preview('ben', { ...wish, reservation: id })).body.why_not).toMatchObject({
    code: 'reservation_closed',
  });
});
