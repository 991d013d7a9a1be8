import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import {
  approve,
  ask,
  asked,
  eventsOf,
  openPeriod,
  outcome,
  setPeriod,
} from '../testing/rota-steps.ts';
import { openEar } from '../testing/socket.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const edit = (period: string, change: object, headers = {}) =>
  world.as.ben.patch(`/api/schedule-periods/${period}`, change, headers);
const read = async (period: string) =>
  (await world.as.ben.get(`/api/schedule-periods/${period}`)).body;

describe('who may', () => {
  test('a stranger is asked to log in, a member may not, next door has none', async () => {
    const path = `/api/schedule-periods/${await openPeriod(world)}`;
    const change = { name: 'Mine' };
    expect(outcome(await world.anyone.patch(path, change))).toEqual([401, 'unauthenticated']);
    expect(outcome(await world.as.cleo.patch(path, change))).toEqual([403, 'forbidden']);
    expect(outcome(await world.as.fay.patch(path, change))).toEqual([404, 'not_found']);
  });
});

test('name, dates, seats and lock change, and the journal says from what to what', async () => {
  const period = await openPeriod(world);
  const answer = await edit(period, { name: 'Advent', end_date: '2026-12-24', seats: 2 });
  expect(answer).toMatchObject({
    status: 200,
    body: {
      name: 'Advent',
      start_date: '2026-12-01',
      end_date: '2026-12-24',
      seats: 2,
      version: 2,
    },
  });
  expect(answer.headers.get('etag')).toBe('"2"');
  expect(await eventsOf(world, period)).toEqual(['period.created', 'period.updated']);
  expect((await world.journal()).at(-1)).toMatchObject({
    actor_id: world.ids.ben,
    data: {
      period: { id: period, name: 'Advent' },
      changes: {
        name: { before: 'December 2026', after: 'Advent' },
        end_date: { before: '2026-12-31', after: '2026-12-24' },
        seats: { before: 1, after: 2 },
      },
    },
  });
});

test('a locked period takes no requests, an opened one does again', async () => {
  const period = await openPeriod(world);
  expect((await edit(period, { status: 'LOCKED' })).body).toMatchObject({
    status: 'LOCKED',
    can: { ask: false, decide: true, edit: true },
  });
  expect(outcome(await ask(world, 'cleo', { period }))).toEqual([409, 'period_not_open']);
  await edit(period, { status: 'OPEN' });
  const shift = await asked(world, 'cleo', { period });
  await world.as.cleo.delete(`/api/shifts/${shift}`);
});

test('a change of nothing is no event and no new version', async () => {
  const period = await openPeriod(world);
  expect((await edit(period, {})).body.version).toBe(1);
  expect((await edit(period, { name: 'December 2026', seats: 1 })).body.version).toBe(1);
  expect(await eventsOf(world, period)).toEqual(['period.created']);
});

test('who watches the period or the organisation hears what changed', async () => {
  const period = await openPeriod(world);
  const ear = await openEar(world, 'cleo');
  for (const topic of [`schedule:${period}`, 'organisation']) {
    ear.say({ type: 'subscribe', topic });
    await ear.hears((message) => message.type === 'subscribed' && message.topic === topic);
  }
  await edit(period, { status: 'LOCKED' });
  for (const topic of [`schedule:${period}`, 'organisation']) {
    const heard = await ear.hears(
      (one) => one.type === 'period.updated' && one.topic === topic && one.period.id === period,
    );
    expect(heard).toMatchObject({
      message: 'December 2026 has been changed',
      period: { id: period, status: 'LOCKED' },
      changes: { status: { before: 'OPEN', after: 'LOCKED' } },
    });
  }
  ear.close();
});

describe('refusals, after which all is as it was', () => {
  test('dates: 400 on the end date', async () => {
    const period = await openPeriod(world);
    for (const change of [{ end_date: '2026-11-30' }, { end_date: '2027-12-02' }]) {
      const answer = await edit(period, change);
      expect(Object.keys(answer.body.errors)).toEqual(['end_date']);
    }
    expect(await eventsOf(world, period)).toEqual(['period.created']);
  });

  test('shrinking below live shifts: period_shrinks, listing them; below cancelled ones is fine', async () => {
    const dates = { start_date: '2027-01-01', end_date: '2027-01-31' };
    const period = await openPeriod(world, dates);
    const first = await asked(world, 'cleo', { period, date: '2027-01-02' });
    const last = await asked(world, 'dev', { period, date: '2027-01-30' });
    await approve(world, last);
    const answer = await edit(period, { start_date: '2027-01-03', end_date: '2027-01-29' });
    expect(outcome(answer)).toEqual([409, 'period_shrinks']);
    expect(answer.body.shifts).toMatchObject([
      { id: first, pa_name: 'Cleo Marsh', date: '2027-01-02', status: 'PENDING' },
      { id: last, pa_name: 'Dev Patel', date: '2027-01-30', status: 'APPROVED' },
    ]);
    expect(answer.body.detail).toContain('Cleo Marsh on 2027-01-02 from 06:00 to 09:00');
    expect(await read(period)).toMatchObject(dates);
    await world.as.ben.delete(`/api/shifts/${first}`);
    expect((await edit(period, { start_date: '2027-01-03' })).status).toBe(200);
    expect((await edit(period, { end_date: '2027-01-30' })).status).toBe(200);
  });

  test('finalized: nothing changes', async () => {
    const period = await openPeriod(world);
    await setPeriod(world, period, 'FINALIZED');
    expect(outcome(await edit(period, { name: 'Again' }))).toEqual([409, 'period_finalized']);
    expect(outcome(await edit(period, { status: 'OPEN' }))).toEqual([409, 'period_finalized']);
    expect(await read(period)).toMatchObject({ name: 'December 2026', can: { edit: false } });
  });

  test('read before someone else changed it: 412', async () => {
    const period = await openPeriod(world);
    expect((await edit(period, { name: 'One' }, { 'if-match': '"1"' })).status).toBe(200);
    const answer = await edit(period, { name: 'Two' }, { 'if-match': '"1"' });
    expect(outcome(answer)).toEqual([412, 'version_stale']);
  });
});

describe('seats', () => {
  const open = (date: string, seats: number) =>
    openPeriod(world, { start_date: date, end_date: date, seats });
  const seatsOf = (period: string) =>
    world.sql<{ number: number; name: string }>(
      `SELECT seat.number, person.first_name AS name FROM commitment c
       JOIN seat ON seat.id = c.holder_id JOIN shift ON shift.id = c.source_id
       JOIN person ON person.id = shift.person_id WHERE shift.period_id = $1 ORDER BY 2`,
      [period],
    );

  test('fewer than are taken at once: seats_taken, listing when', async () => {
    const [date, seats] = ['2027-02-01', 3];
    const period = await open(date, seats);
    for (const who of ['cleo', 'dev', 'eli'] as const) {
      expect((await approve(world, await asked(world, who, { period, date }))).status).toBe(200);
    }
    const answer = await edit(period, { seats: 2 });
    expect(outcome(answer)).toEqual([409, 'seats_taken']);
    expect(answer.body.shifts).toMatchObject([
      { pa_name: 'Eli Novak', date, start_time: '06:00:00' },
    ]);
    expect((await edit(period, { seats: 3, name: 'Still three' })).body.seats).toBe(3);
  });

  test('who sat above moves down when there is room, and the seat is taken for all others', async () => {
    const date = '2027-02-02';
    const period = await open(date, 2);
    const first = await asked(world, 'cleo', { period, date });
    await approve(world, first);
    await approve(world, await asked(world, 'dev', { period, date, end: '10:00' }));
    expect(outcome(await edit(period, { seats: 1 }))).toEqual([409, 'seats_taken']);
    await world.as.ben.delete(`/api/shifts/${first}`);
    expect(await seatsOf(period)).toEqual([{ number: 2, name: 'Dev' }]);
    expect((await edit(period, { seats: 1 })).status).toBe(200);
    expect(await seatsOf(period)).toEqual([{ number: 1, name: 'Dev' }]);
    const late = await asked(world, 'cleo', { period, date, start: '09:30', end: '11:00' });
    expect(outcome(await approve(world, late))).toEqual([409, 'shift_overlaps']);
    expect((await edit(period, { seats: 2 })).status).toBe(200);
    expect((await approve(world, late)).status).toBe(200);
  });
});

test('lowering the seats races an approval on the last one: one of them is refused', async () => {
  for (const day of [1, 2, 3, 4, 5, 6]) {
    const date = `2027-03-0${day}`;
    const period = await openPeriod(world, { start_date: date, end_date: date, seats: 2 });
    await approve(world, await asked(world, 'cleo', { period, date }));
    const second = await asked(world, 'dev', { period, date });
    const [edited, approved] = await Promise.all([
      edit(period, { seats: 1 }),
      approve(world, second),
    ]);
    expect([edited.status, approved.status].sort()).toEqual([200, 409]);
  }
});

test('twice at once with the version that both have read: one', async () => {
  const period = await openPeriod(world);
  const change = (name: string) => edit(period, { name }, { 'if-match': '"1"' });
  const answers = await Promise.all([change('One'), change('Two')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect(await eventsOf(world, period)).toEqual(['period.created', 'period.updated']);
});
