import { beforeAll, describe, expect, test } from 'vitest';
import {
  addedResource,
  book,
  booked,
  bookingSettings,
  commitmentsOf,
  primeTime,
  toldOf,
} from '../testing/booking-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import {
  approve,
  asked,
  commitElsewhere,
  eventsOf,
  openPeriod,
  outcome,
} from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('a stranger is asked to log in', async () => {
  const wish = { date: '2026-12-01', start_time: '10:00', end_time: '11:00' };
  expect(outcome(await world.anyone.post('/api/reservations', wish))).toEqual([
    401,
    'unauthenticated',
  ]);
});

test('a free span is confirmed: unit and person are taken, the person is told, all is journalled', async () => {
  const answer = await book(world, 'cleo', { notes: '  whiteboard, please ' });
  expect(answer).toMatchObject({
    status: 201,
    body: {
      user: world.ids.cleo,
      user_name: 'Cleo Marsh',
      mine: true,
      resource_name: 'Room',
      date: '2026-12-01',
      start_time: '10:00:00',
      end_time: '11:00:00',
      duration_hours: '1.00',
      status: 'CONFIRMED',
      notes: 'whiteboard, please',
      is_primetime: false,
      rejection_reason: '',
      editable: true,
      version: 1,
      can: { approve: false, reject: false, edit: true, cancel: true },
    },
  });
  const { id } = answer.body;
  expect(await commitmentsOf(world, id)).toEqual([
    { holder_kind: 'person', firmness: 'firm' },
    { holder_kind: 'resource', firmness: 'firm' },
  ]);
  expect(await eventsOf(world, id)).toEqual(['reservation.confirmed']);
  expect(await toldOf(world, id)).toEqual(['reservation-confirmed cleo']);
});

test('in prime time it is pending: held until an admin decides, and the admins are told why', async () => {
  await primeTime(world, 2);
  const answer = await book(world, 'dev', { date: '2026-12-02', start: '16:30', end: '17:30' });
  expect(answer).toMatchObject({
    status: 201,
    body: {
      status: 'PENDING',
      is_primetime: true,
      approval_reasons: [{ detail: 'Prime time: it reaches into Wednesday from 17:00 to 19:00.' }],
      hold_expires_at: '2026-11-22T09:00:00Z',
      can: { approve: false, edit: true, cancel: true },
    },
  });
  const { id } = answer.body;
  expect(await commitmentsOf(world, id)).toEqual([
    { holder_kind: 'person', firmness: 'held' },
    { holder_kind: 'resource', firmness: 'held' },
  ]);
  expect(await eventsOf(world, id)).toEqual(['reservation.requested']);
  expect(await toldOf(world, id)).toEqual([
    'reservation-requested ada',
    'reservation-requested ben',
  ]);
  const before = await book(world, 'dev', { date: '2026-12-02', start: '16:00', end: '16:30' });
  expect(before.body).toMatchObject({ status: 'CONFIRMED', is_primetime: false });
});

describe('taken', () => {
  test('names the span but not the person to a plain user; to an admin also the person', async () => {
    const id = await booked(world, 'cleo', { date: '2026-12-03' });
    const wish = { date: '2026-12-03', start: '10:30', end: '12:00' };
    const answer = await book(world, 'dev', wish);
    expect(outcome(answer)).toEqual([409, 'reservation_taken']);
    expect(answer.body.detail).toBe('Room is taken then: from 10:00 to 11:00 on 2026-12-03.');
    expect(JSON.stringify(answer.body)).not.toMatch(new RegExp(`Cleo|${world.ids.cleo}|${id}`));
    const toAdmin = await book(world, 'ben', wish);
    expect(toAdmin.body).toMatchObject({
      detail: 'Room is taken then: by Cleo Marsh from 10:00 to 11:00 on 2026-12-03.',
      clashes: [{ reservation: id, name: 'Cleo Marsh' }],
    });
  });

  test('back to back is no clash; a pending one holds its span', async () => {
    await booked(world, 'cleo', { date: '2026-12-09', start: '17:00', end: '18:00' });
    expect(
      (await book(world, 'dev', { date: '2026-12-09', start: '18:00', end: '19:00' })).status,
    ).toBe(201);
    const inHeld = { date: '2026-12-09', start: '17:15', end: '17:30' };
    expect(outcome(await book(world, 'eli', inHeld))).toEqual([409, 'reservation_taken']);
  });

  test('with two units two have it, a third does not', async () => {
    const pair = await addedResource(world, 'Pair', { capacity: 2 });
    const wish = { date: '2026-12-04', resource: pair };
    const statuses: number[] = [];
    for (const who of ['cleo', 'dev', 'eli'] as const) {
      statuses.push((await book(world, who, wish)).status);
    }
    expect(statuses).toEqual([201, 201, 409]);
  });
});

describe('the person', () => {
  test('is elsewhere: a shift, a duty, another reservation', async () => {
    const period = await openPeriod(world);
    const shift = { period, date: '2026-12-07', start: '09:00', end: '12:00' };
    await approve(world, await asked(world, 'cleo', shift));
    const answer = await book(world, 'cleo', { date: '2026-12-07' });
    expect(outcome(answer)).toEqual([409, 'person_busy']);
    expect(answer.body.detail).toBe(
      'You have something else then: a shift from 09:00 to 12:00 on 2026-12-07.',
    );
    await commitElsewhere(world, 'dev', '2026-12-07T10:30Z', '2026-12-07T12:00Z');
    const atDuty = await book(world, 'dev', { date: '2026-12-07' });
    expect(atDuty.body.detail).toContain('a duty from 10:30 to 12:00');
    const other = await addedResource(world, 'Other room');
    await booked(world, 'eli', { date: '2026-12-07' });
    const twice = await book(world, 'eli', { date: '2026-12-07', resource: other });
    expect(twice.body).toMatchObject({ code: 'person_busy', clashes: [{ kind: 'reservation' }] });
  });

  test('who has reserved can’t be given a shift at that time', async () => {
    const period = await openPeriod(world, { name: 'Beside' });
    await booked(world, 'cleo', { date: '2026-12-08' });
    const shift = await asked(world, 'cleo', {
      ...{ period, date: '2026-12-08', start: '10:30', end: '11:30' },
    });
    const answer = await approve(world, shift);
    expect(outcome(answer)).toEqual([409, 'person_busy']);
    expect(answer.body.detail).toContain('a reservation from 10:00 to 11:00');
  });

  test('need not be there: a van can be had beside a room', async () => {
    const van = await addedResource(world, 'Van', { occupies_person: false });
    await booked(world, 'dev', { date: '2026-12-10' });
    const id = await booked(world, 'dev', { date: '2026-12-10', resource: van });
    expect(await commitmentsOf(world, id)).toEqual([{ holder_kind: 'resource', firmness: 'firm' }]);
  });
});

describe('spans that can’t be: 400 with the field, nothing written', () => {
  test.each([
    ['in the past', { date: '2026-11-19' }, 'span_in_past', 'date'],
    [
      'a moment ago',
      { date: '2026-11-20', start: '08:59', end: '10:00' },
      'span_in_past',
      'start_time',
    ],
    ['before opening', { start: '06:30', end: '08:00' }, 'outside_business_hours', 'start_time'],
    ['after closing', { start: '18:00', end: '19:01' }, 'outside_business_hours', 'end_time'],
    ['over midnight', { start: '18:00', end: '00:00' }, 'outside_business_hours', 'end_time'],
    ['of no length', { start: '10:00', end: '10:00' }, 'end_not_after_start', 'end_time'],
    ['backwards', { start: '11:00', end: '10:00' }, 'end_not_after_start', 'end_time'],
    ['too short', { start: '10:00', end: '10:04' }, 'stay_too_short', 'end_time'],
    ['too far', { date: '2027-11-21' }, 'too_far_ahead', 'date'],
  ])('%s', async (_, wish, code, field) => {
    const answer = await book(world, 'cleo', wish);
    expect(outcome(answer)).toEqual([400, code]);
    expect(Object.keys(answer.body.errors)).toEqual([field]);
  });

  test('too long, by the settings of the resource', async () => {
    const booth = await addedResource(world, 'Booth', { settings: { stay_minutes_max: 90 } });
    const wish = { date: '2026-12-11', resource: booth, start: '10:00', end: '11:31' };
    expect(outcome(await book(world, 'cleo', wish))).toEqual([400, 'stay_too_long']);
    expect((await book(world, 'cleo', { ...wish, end: '11:30' })).status).toBe(201);
  });

  test('no such resource', async () => {
    const answer = await book(world, 'cleo', { resource: '01a1f000-0000-7000-8000-000000000000' });
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: { resource: expect.anything() } },
    });
  });
});

test('until midnight, where it is open so long', async () => {
  const bar = await addedResource(world, 'Bar', { settings: { business_end_time: '00:00' } });
  const answer = await book(world, 'eli', {
    ...{ date: '2026-12-12', start: '22:00', end: '00:00', resource: bar },
  });
  expect(answer.body).toMatchObject({
    end_time: '00:00:00',
    ends_at: '2026-12-13T00:00:00Z',
    duration_hours: '2.00',
  });
});

test('without confirmation mails nobody is mailed, and admins still are of what waits', async () => {
  await bookingSettings(world, { send_confirmation_emails: false });
  expect(await toldOf(world, await booked(world, 'cleo', { date: '2026-12-15' }))).toEqual([]);
  const waits = await booked(world, 'cleo', { date: '2026-12-16', start: '17:00', end: '18:00' });
  expect((await toldOf(world, waits)).length).toBe(2);
  await bookingSettings(world, { send_confirmation_emails: true });
});
