import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, ask, asked, lastOfShift, openPeriod } from '../testing/rota-steps.ts';

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
});

const commitments = (shift: string) =>
  world.sql('SELECT holder_kind FROM commitment WHERE source_id = $1 ORDER BY 1', [shift]);
const eventsOf = async (shift: string) =>
  (await world.journal()).filter((entry) => entry.subject_id === shift).map(({ event }) => event);

describe('who may', () => {
  test('a stranger is asked to log in', async () => {
    const shift = await asked(world, 'cleo', { period, date: '2026-12-01' });
    const answer = await world.anyone.post(`/api/shifts/${shift}/approve`, {});
    expect(answer).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  });

  test('a member may not, nor approve their own', async () => {
    const shift = await asked(world, 'cleo', { period, date: '2026-12-02' });
    const answer = await world.as.cleo.post(`/api/shifts/${shift}/approve`, {});
    expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  test('for another organisation there is no such shift', async () => {
    const shift = await asked(world, 'cleo', { period, date: '2026-12-03' });
    const answer = await world.as.fay.post(`/api/shifts/${shift}/approve`, {});
    expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await eventsOf(shift)).toEqual(['shift.requested']);
  });
});

test('takes person and seat, tells the person, journals who decided', async () => {
  const shift = await asked(world, 'cleo', { period, date: '2026-12-04', notes: 'early bird' });
  const answer = await approve(world, shift, { admin_notes: 'knows the house' });
  expect(answer.status).toBe(200);
  expect(answer.body.message).toBe('Shift approved successfully.');
  expect(answer.body.shift).toMatchObject({
    id: shift,
    status: 'APPROVED',
    approved_by: world.ids.ben,
    approved_by_name: 'Ben Lindqvist',
    approved_at: '2026-11-20T09:00:00Z',
    admin_notes: 'knows the house',
    duration_hours: '3.00',
    can: { approve: false, reject: false, edit: true, cancel: true },
  });
  expect(await commitments(shift)).toEqual([{ holder_kind: 'person' }, { holder_kind: 'seat' }]);
  expect(await eventsOf(shift)).toEqual(['shift.requested', 'shift.approved']);
  const entry = await lastOfShift(world);
  expect(entry).toMatchObject({ actor_id: world.ids.ben, data: { was: 'PENDING' } });
  expect((await world.messages()).at(-1)).toMatchObject({
    template: 'shift-approved',
    address: 'cleo@harbour.example',
  });
  const seen = await world.as.cleo.get(`/api/shifts/${shift}`);
  expect(seen.body.admin_notes).toBeUndefined();
});

test('what the calendar and the hours show is right at once', async () => {
  const date = '2026-12-05';
  const day = async () => {
    const month = await world.as.cleo.get('/api/calendar/month/2026/12');
    return month.body.weeks
      .flatMap((week: { days: object[] }) => week.days)
      .find((one: { date: string }) => one.date === date);
  };
  const morning = await asked(world, 'dev', { period, date });
  const evening = await asked(world, 'eli', { period, date, start: '21:00', end: '22:00' });
  expect(await day()).toMatchObject({ coverage: { status: 'none' }, total_hours: '0.00' });
  await approve(world, morning);
  expect(await day()).toMatchObject({
    coverage: { status: 'partial', morning_covered: true, evening_covered: false },
    total_hours: '3.00',
  });
  await approve(world, evening);
  expect(await day()).toMatchObject({ coverage: { status: 'complete' }, total_hours: '4.00' });
  const hours = await world.as.dev.get('/api/hours?week=2026-W49');
  expect(hours.body).toMatchObject([{ hours: '3.00', limit: '40.00', exceeds_limit: false }]);
});

describe('refusals', () => {
  test('a second shift at the time of the first: shift_overlaps, naming whose and when', async () => {
    const date = '2026-12-07';
    await approve(world, await asked(world, 'cleo', { period, date }));
    const second = await asked(world, 'dev', { period, date, start: '08:00', end: '10:00' });
    const answer = await approve(world, second);
    expect(answer).toMatchObject({ status: 409, body: { code: 'shift_overlaps' } });
    expect(answer.body.detail).toBe(
      'Only one person is on at a time: Cleo Marsh from 06:00 to 09:00 on 2026-12-07.',
    );
    expect(answer.body.clashes[0]).toMatchObject({ name: 'Cleo Marsh' });
    expect(await eventsOf(second)).toEqual(['shift.requested']);
  });

  test('a person committed elsewhere: person_busy', async () => {
    const date = '2026-12-08';
    const shift = await asked(world, 'eli', { period, date });
    await world.sql(
      `INSERT INTO commitment (organisation_id, id, holder_kind, holder_id, starts_at, ends_at,
         local_start, local_end, zone, tz_version, source_kind, source_id)
       SELECT organisation_id, gen_random_uuid(), 'person', id, '2026-12-08T08:30Z', '2026-12-08T12:00Z',
         '2026-12-08T08:30', '2026-12-08T12:00', 'Europe/London', '-', 'duty', gen_random_uuid()
       FROM person WHERE id = $1`,
      [world.ids.eli],
    );
    const answer = await approve(world, shift);
    expect(answer).toMatchObject({ status: 409, body: { code: 'person_busy' } });
  });

  test('more than the weekly limit: overtime, unless overridden; who overrode is journalled', async () => {
    const longDays = ['2026-12-14', '2026-12-15'];
    for (const date of longDays) {
      const shift = await asked(world, 'eli', { period, date, start: '09:00', end: '20:00' });
      expect((await approve(world, shift)).status).toBe(200);
    }
    const third = await asked(world, 'eli', {
      period,
      date: '2026-12-16',
      start: '09:00',
      end: '12:00',
    });
    const answer = await approve(world, third);
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'overtime', weekly_hours_after: '25.00', weekly_limit: '24.00' },
    });
    expect((await approve(world, third, { override_overtime: true })).status).toBe(200);
    const entry = await lastOfShift(world);
    expect(entry).toMatchObject({
      event: 'shift.approved',
      actor_id: world.ids.ben,
      data: { override_overtime: true },
    });
  });

  test('decided already: shift_not_pending; nothing is decided twice', async () => {
    const shift = await asked(world, 'cleo', { period, date: '2026-12-09' });
    await approve(world, shift);
    expect(await approve(world, shift)).toMatchObject({
      status: 409,
      body: { code: 'shift_not_pending', shift_status: 'APPROVED' },
    });
    expect(await eventsOf(shift)).toEqual(['shift.requested', 'shift.approved']);
  });

  test('a finalized period: period_finalized', async () => {
    const spring = { name: 'March 2027', start_date: '2027-03-01', end_date: '2027-03-31' };
    const finalized = await openPeriod(world, spring);
    const shift = await asked(world, 'cleo', { period: finalized, date: '2027-03-01' });
    await world.sql("UPDATE schedule_period SET status = 'FINALIZED' WHERE id = $1", [finalized]);
    const answer = await approve(world, shift);
    expect(answer).toMatchObject({ status: 409, body: { code: 'period_finalized' } });
  });

  test('unknown fields and wrong types are named; nothing happens', async () => {
    const shift = await asked(world, 'cleo', { period, date: '2026-12-10' });
    const answer = await approve(world, shift, { admin_notes: 7, status: 'APPROVED' });
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors).sort()).toEqual(['admin_notes', 'status']);
    expect(await eventsOf(shift)).toEqual(['shift.requested']);
  });
});

test('the same request approved by two admins at once: one 200, one 409, one message', async () => {
  const shift = await asked(world, 'dev', { period, date: '2026-12-11' });
  const answers = await Promise.all([
    world.as.ben.post(`/api/shifts/${shift}/approve`, {}),
    world.as.ada.post(`/api/shifts/${shift}/approve`, {}),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await eventsOf(shift)).toEqual(['shift.requested', 'shift.approved']);
  const told = (await world.messages()).filter((one) => one.template === 'shift-approved');
  const rows = await world.sql(
    `SELECT count(*)::int AS n FROM message m JOIN journal j ON j.id = m.journal_id WHERE j.subject_id = $1 AND m.template = 'shift-approved'`,
    [shift],
  );
  expect(told.length).toBeGreaterThan(0);
  expect(rows).toEqual([{ n: 1 }]);
});

test('with two seats two people are on, a third is not', async () => {
  const january = { name: 'January', start_date: '2027-01-01', end_date: '2027-01-31', seats: 2 };
  const pair = await openPeriod(world, january);
  const statuses: number[] = [];
  for (const who of ['cleo', 'dev', 'eli'] as const) {
    const answer = await ask(world, who, { period: pair, date: '2027-01-04' });
    statuses.push((await approve(world, answer.body.id)).status);
  }
  expect(statuses).toEqual([200, 200, 409]);
});
