import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import {
  approve,
  ask,
  asked,
  commitElsewhere,
  eventsOf,
  lastOfShift,
  openPeriod,
  outcome,
  setPeriod,
} from '../testing/rota-steps.ts';

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
});

const shiftsOf = (date: string) =>
  world.sql<{ id: string; status: string }>('SELECT id, status FROM shift WHERE date = $1', [date]);
const place = (who: 'cleo' | 'dev' | 'eli', date: string, times: object = {}) =>
  world.as.ben.post('/api/shifts', {
    ...{ schedule_period: period, date, start_time: '06:00', end_time: '09:00' },
    ...{ admin_direct: true, requested_by: world.ids[who], ...times },
  });
const messagesOf = (shift: string) =>
  world.sql<{ template: string; address: string }>(
    `SELECT m.template, m.address FROM message m JOIN journal j ON j.id = m.journal_id
     WHERE j.subject_id = $1 ORDER BY m.address`,
    [shift],
  );

describe('who may', () => {
  test('a stranger is asked to log in', async () => {
    const answer = await world.anyone.post('/api/shifts', {});
    expect(outcome(answer)).toEqual([401, 'unauthenticated']);
  });

  test('for another organisation there is no such period', async () => {
    const answer = await ask(world, 'fay', { period, date: '2026-12-01' });
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: { schedule_period: ['There is no such period.'] } },
    });
    expect(await shiftsOf('2026-12-01')).toEqual([]);
  });

  test('a member neither asks for others nor at once', async () => {
    const wish = { schedule_period: period, date: '2026-12-01' };
    const times = { start_time: '06:00', end_time: '09:00' };
    for (const more of [{ admin_direct: true }, { requested_by: world.ids.dev }]) {
      const answer = await world.as.cleo.post('/api/shifts', { ...wish, ...times, ...more });
      expect(outcome(answer)).toEqual([403, 'forbidden']);
    }
    expect(await shiftsOf('2026-12-01')).toEqual([]);
  });
});

test('a request waits; the admins are told; the journal says who asked', async () => {
  const date = '2026-12-02';
  const answer = await ask(world, 'cleo', { period, date, notes: '  early bird ' });
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({
    schedule_period: period,
    schedule_period_name: 'December 2026',
    requested_by: world.ids.cleo,
    requested_by_name: 'Cleo Marsh',
    start_time: '06:00:00',
    end_time: '09:00:00',
    starts_at: '2026-12-02T06:00:00Z',
    duration_hours: '3.00',
    status: 'PENDING',
    notes: 'early bird',
    version: 1,
    can: { approve: false, reject: false, edit: true, cancel: true },
  });
  expect(answer.headers.get('etag')).toBe('"1"');
  expect(await eventsOf(world, answer.body.id)).toEqual(['shift.requested']);
  expect((await lastOfShift(world))?.actor_id).toBe(world.ids.cleo);
  expect(await messagesOf(answer.body.id)).toEqual([
    { template: 'shift-requested', address: 'ada@harbour.example' },
    { template: 'shift-requested', address: 'ben@harbour.example' },
  ]);
  expect(await world.sql('SELECT FROM commitment WHERE source_id = $1', [answer.body.id])).toEqual(
    [],
  );
});

test('an admin who asks for themself tells only the other admin', async () => {
  const id = await asked(world, 'ben', { period, date: '2026-12-03' });
  expect(await messagesOf(id)).toEqual([
    { template: 'shift-requested', address: 'ada@harbour.example' },
  ]);
});

describe('at once, by an admin', () => {
  test('it is approved, takes person and seat, and the person is told', async () => {
    const answer = await place('dev', '2026-12-04');
    expect(answer).toMatchObject({
      status: 201,
      body: { status: 'APPROVED', requested_by: world.ids.dev, approved_by: world.ids.ben },
    });
    expect(await eventsOf(world, answer.body.id)).toEqual(['shift.approved']);
    expect(await messagesOf(answer.body.id)).toEqual([
      { template: 'shift-approved', address: 'dev@harbour.example' },
    ]);
    const held = await world.sql(
      'SELECT holder_kind FROM commitment WHERE source_id = $1 ORDER BY 1',
      [answer.body.id],
    );
    expect(held).toEqual([{ holder_kind: 'person' }, { holder_kind: 'seat' }]);
  });

  test('a locked period takes it, a finalized one does not', async () => {
    const february = { name: 'February', start_date: '2027-02-01', end_date: '2027-02-28' };
    const locked = await openPeriod(world, { ...february, status: 'LOCKED' });
    const at = (date: string) => place('dev', date, { schedule_period: locked });
    expect((await at('2027-02-01')).status).toBe(201);
    await setPeriod(world, locked, 'FINALIZED');
    expect(outcome(await at('2027-02-02'))).toEqual([409, 'period_not_open']);
  });

  test('the same checks hold: seat, own shift, elsewhere, overtime; nothing is left behind', async () => {
    const date = '2026-12-07';
    await place('cleo', date);
    expect(outcome(await place('dev', date))).toEqual([409, 'shift_overlaps']);
    expect(outcome(await place('cleo', date))).toEqual([409, 'shift_overlaps_own']);
    await commitElsewhere(world, 'eli', '2026-12-08T08:00Z', '2026-12-08T10:00Z');
    expect(outcome(await place('eli', '2026-12-08'))).toEqual([409, 'person_busy']);
    expect(await shiftsOf('2026-12-08')).toEqual([]);
  });

  test('overtime needs the override; who overrode is in the journal', async () => {
    const night = { start_time: '20:00', end_time: '19:00', overnight: true };
    await place('eli', '2026-12-14', night);
    const more = { start_time: '19:00', end_time: '21:00' };
    const refused = await place('eli', '2026-12-16', more);
    expect(outcome(refused)).toEqual([409, 'overtime']);
    expect(refused.body).toMatchObject({ weekly_hours_after: '25.00', weekly_limit: '24.00' });
    const answer = await place('eli', '2026-12-16', { ...more, override_overtime: true });
    expect(answer.status).toBe(201);
    expect(await lastOfShift(world)).toMatchObject({
      event: 'shift.approved',
      actor_id: world.ids.ben,
      data: { override_overtime: true },
    });
  });

  test('for someone who is not there, or next door: the field is named', async () => {
    for (const requested_by of [world.ids.fay, '0198c0de-0000-7000-8000-000000000000']) {
      const answer = await place('dev', '2026-12-09', { requested_by });
      expect(answer.status).toBe(400);
      expect(Object.keys(answer.body.errors)).toEqual(['requested_by']);
    }
    const notDirect = await place('dev', '2026-12-09', { admin_direct: false });
    expect(Object.keys(notDirect.body.errors)).toEqual(['requested_by']);
    expect(await shiftsOf('2026-12-09')).toEqual([]);
  });
});

describe('refusals', () => {
  test.each(['LOCKED', 'FINALIZED'])('a %s period: period_not_open', async (status) => {
    const closed = await openPeriod(world);
    await setPeriod(world, closed, status);
    const answer = await ask(world, 'cleo', { period: closed, date: '2026-12-10' });
    expect(outcome(answer)).toEqual([409, 'period_not_open']);
    expect(answer.body.period_status).toBe(status);
  });

  test('the same twice, or one that overlaps: shift_overlaps_own; others may', async () => {
    const date = '2026-12-11';
    await asked(world, 'cleo', { period, date });
    for (const [start, end] of [
      ['06:00', '09:00'],
      ['08:59', '10:00'],
      ['05:00', '23:00'],
    ] as const) {
      const answer = await ask(world, 'cleo', { period, date, start, end });
      expect(outcome(answer)).toEqual([409, 'shift_overlaps_own']);
    }
    expect((await ask(world, 'dev', { period, date })).status).toBe(201);
  });

  test('R-10: a night reaches into the next morning', async () => {
    const night = { start: '22:00', end: '06:00', overnight: true };
    await asked(world, 'dev', { period, date: '2026-12-14', ...night });
    const early = { start: '05:00', end: '07:00' };
    const answer = await ask(world, 'dev', { period, date: '2026-12-15', ...early });
    expect(outcome(answer)).toEqual([409, 'shift_overlaps_own']);
    expect((await ask(world, 'dev', { period, date: '2026-12-15' })).status).toBe(201);
  });

  test('R-14: touching ends do not overlap', async () => {
    const at = (start: string, end: string) =>
      ask(world, 'cleo', { period, date: '2026-12-17', start, end });
    const answers = [await at('08:00', '12:00'), await at('12:00', '16:00')];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  });

  test('a shift that was cancelled or rejected stands in nobody’s way', async () => {
    const wish = { period, date: '2026-12-18' };
    const first = await asked(world, 'cleo', wish);
    await world.as.cleo.delete(`/api/shifts/${first}`);
    const second = await asked(world, 'cleo', wish);
    await world.as.ben.post(`/api/shifts/${second}/reject`, { rejected_reason: 'no' });
    expect((await ask(world, 'cleo', wish)).status).toBe(201);
  });
});

describe('times', () => {
  const date = '2026-12-21';
  test.each([
    ['end before start', { start: '09:00', end: '08:00' }, 'end_time'],
    ['zero length', { start: '09:00', end: '09:00' }, 'end_time'],
    ['overnight beyond a day', { start: '09:00', end: '10:00', overnight: true }, 'end_time'],
    ['24:00', { end: '24:00' }, 'end_time'],
    ['seconds', { start: '06:00:30' }, 'start_time'],
    ['no time', { start: 'six' }, 'start_time'],
    ['an impossible date', { date: '2026-12-32' }, 'date'],
    ['no leap day', { date: '2027-02-29' }, 'date'],
    ['before the period', { date: '2026-11-30' }, 'date'],
    ['after the period', { date: '2027-01-01' }, 'date'],
    ['a thousand years on', { date: '3026-12-01' }, 'date'],
    ['infinity', { date: 'infinity' }, 'date'],
    ['NUL in the notes', { notes: 'a\0b' }, 'notes'],
    ['half a character', { notes: 'a\ud800b' }, 'notes'],
    ['notes too long', { notes: 'x'.repeat(1_001) }, 'notes'],
  ])('%s: 400 that names the field, nothing written', async (_what, wish, field) => {
    const before = await world.sql('SELECT count(*) FROM shift');
    const answer = await ask(world, 'dev', { period, date, ...wish });
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors)).toEqual([field]);
    expect(await world.sql('SELECT count(*) FROM shift')).toEqual(before);
  });

  test('what is missing, extra or of the wrong type is named, all at once', async () => {
    const answer = await world.as.dev.post('/api/shifts', { date: 7, status: 'APPROVED' });
    expect(Object.keys(answer.body.errors).sort()).toEqual([
      ...['date', 'end_time', 'schedule_period', 'start_time', 'status'],
    ]);
  });

  test('R-11: a night lasts 8 hours, 7 when spring takes one, 9 when autumn gives one', async () => {
    const dates = { start_date: '2027-03-01', end_date: '2027-11-30' };
    const year = await openPeriod(world, { name: 'Spring to autumn', ...dates });
    const night = { period: year, start: '22:00', end: '06:00', overnight: true };
    const nights = ['2027-04-20', '2027-03-27', '2027-10-30'];
    const answers = await Promise.all(
      nights.map((on) => ask(world, 'eli', { ...night, date: on })),
    );
    expect(answers.map(({ body }) => body.duration_hours)).toEqual(['8.00', '7.00', '9.00']);
  });

  test('R-12: a time that spring skips is refused by its name, in the zone of the organisation', async () => {
    const spring = { name: 'March', start_date: '2027-03-01', end_date: '2027-03-31' };
    const made = await world.as.fay.post('/api/schedule-periods', spring);
    const berlin = { period: made.body.id, date: '2027-03-28' };
    const starts = await ask(world, 'gus', { ...berlin, start: '02:30', end: '04:00' });
    expect(outcome(starts)).toEqual([400, 'nonexistent_local_time']);
    expect(Object.keys(starts.body.errors)).toEqual(['start_time']);
    const night = { start: '22:00', end: '02:30', overnight: true, date: '2027-03-27' };
    const ends = await ask(world, 'gus', { ...berlin, ...night });
    expect(Object.keys(ends.body.errors)).toEqual(['end_time']);
    expect(await world.sql("SELECT FROM shift WHERE zone = 'Europe/Berlin'")).toEqual([]);
    expect((await ask(world, 'gus', { ...berlin, start: '03:00', end: '04:00' })).status).toBe(201);
  });

  test('R-13: a time that autumn repeats is the earlier one', async () => {
    const autumn = { name: 'October', start_date: '2027-10-01', end_date: '2027-10-31' };
    const made = await world.as.fay.post('/api/schedule-periods', autumn);
    const wish = { period: made.body.id, date: '2027-10-31', start: '02:15', end: '03:00' };
    const answer = await ask(world, 'gus', wish);
    expect(answer.body).toMatchObject({
      starts_at: '2027-10-31T00:15:00Z',
      duration_hours: '1.75',
    });
  });
});

test('the same request twice at once: one 201, one 409, one entry', async () => {
  const wish = { period, date: '2026-12-22' };
  const answers = await Promise.all([ask(world, 'eli', wish), ask(world, 'eli', wish)]);
  expect(answers.map(outcome).sort()).toEqual([
    [201, undefined],
    [409, 'shift_overlaps_own'],
  ]);
  const [shift, ...others] = await shiftsOf('2026-12-22');
  expect(others).toEqual([]);
  expect(await eventsOf(world, shift?.id ?? '')).toEqual(['shift.requested']);
});

test('two placed at once on the last seat: one wins', async () => {
  const answers = await Promise.all([place('cleo', '2026-12-23'), place('dev', '2026-12-23')]);
  expect(answers.map(outcome).sort()).toEqual([
    [201, undefined],
    [409, 'shift_overlaps'],
  ]);
  expect((await approve(world, (await shiftsOf('2026-12-23'))[0]?.id ?? '')).status).toBe(409);
});
