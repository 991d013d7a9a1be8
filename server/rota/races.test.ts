import { beforeAll, expect, test } from 'vitest';
import { write } from '../platform/app.ts';
import { newId } from '../platform/id.ts';
import type { Answered } from '../testing/client.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, ask, asked, openPeriod } from '../testing/rota-steps.ts';
import { addDays, claim, lockHolders, spanOf } from '../timeline/module.ts';

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
});

const times = <T>(count: number, make: (i: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i));
const countBy = (answers: Answered[], status: number) =>
  answers.filter((answer) => answer.status === status).length;
const at = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Overlaps that the database holds: there must never be one. */
const overlaps = () =>
  world.sql(`
    SELECT a.id FROM commitment a JOIN commitment b ON a.holder_id = b.holder_id AND a.id < b.id AND a.during && b.during
    UNION ALL
    SELECT a.id FROM shift a JOIN shift b ON a.person_id = b.person_id AND a.id < b.id AND a.during && b.during
      AND a.status IN ('PENDING', 'APPROVED') AND b.status IN ('PENDING', 'APPROVED')`);

test('R-01: 64 parallel requests of one person for overlapping times: one 201, 63 × 409', async () => {
  const answers = await Promise.all(
    times(64, (i) => ask(world, 'cleo', { period, start: at(360 + i), end: at(600 + i) })),
  );
  expect(countBy(answers, 201)).toBe(1);
  expect(countBy(answers, 409)).toBe(63);
  expect(new Set(answers.filter((one) => one.status === 409).map((one) => one.body.code))).toEqual(
    new Set(['shift_overlaps_own']),
  );
  expect(await overlaps()).toEqual([]);
});

test('R-02: two admins approve two overlapping requests at once: one 200, one 409, both in the journal', async () => {
  for (const round of times(8, (i) => i)) {
    const date = addDays('2026-12-03', round);
    const first = await asked(world, 'cleo', { period, date });
    const second = await asked(world, 'dev', { period, date, start: '08:00', end: '11:00' });
    const answers = await Promise.all([
      world.as.ben.post(`/api/shifts/${first}/approve`, {}),
      world.as.ada.post(`/api/shifts/${second}/approve`, {}),
    ]);
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409]);
    const journal = (await world.journal()).filter(({ subject_id }) =>
      [first, second].includes(subject_id),
    );
    expect(journal.filter(({ event }) => event === 'shift.requested')).toHaveLength(2);
    expect(journal.filter(({ event }) => event === 'shift.approved')).toHaveLength(1);
  }
  expect(await overlaps()).toEqual([]);
});

test('64 clients approve clashing requests of three people: one wins a time, never a 5xx', async () => {
  const january = { name: 'January', start_date: '2027-01-01', end_date: '2027-01-31' };
  const other = await openPeriod(world, january);
  const wishes = times(3, (i) => (['cleo', 'dev', 'eli'] as const)[i] ?? 'cleo');
  const shifts = await Promise.all(
    wishes.map((who, i) =>
      asked(world, who, {
        period: other,
        date: '2027-01-04',
        start: at(480 + i * 10),
        end: at(720),
      }),
    ),
  );
  const answers = await Promise.all(times(64, (i) => approve(world, shifts[i % 3] as string)));
  expect(countBy(answers, 200)).toBe(1);
  expect(countBy(answers, 409)).toBe(63);
  expect(await overlaps()).toEqual([]);
});

test('clashing requests in two periods that overlap: the seat is the same, one wins', async () => {
  const dates = { start_date: '2027-02-01', end_date: '2027-02-28' };
  const one = await openPeriod(world, { name: 'House', ...dates });
  const two = await openPeriod(world, { name: 'Garden', ...dates });
  for (const round of times(6, (i) => i)) {
    const date = addDays('2027-02-01', round);
    const shifts = [
      await asked(world, 'cleo', { period: one, date }),
      await asked(world, 'dev', { period: two, date }),
    ];
    const answers = await Promise.all(shifts.map((shift) => approve(world, shift)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  }
  expect(await overlaps()).toEqual([]);
});

test('R-03: two admins approve the same request: one 200, one 409, one message', async () => {
  const shift = await asked(world, 'eli', { period, date: '2026-12-15' });
  const answers = await Promise.all(
    times(16, (i) =>
      (i % 2 ? world.as.ben : world.as.ada).post(`/api/shifts/${shift}/approve`, {}),
    ),
  );
  expect(countBy(answers, 200)).toBe(1);
  expect(answers.find((one) => one.status === 409)?.body.code).toBe('shift_not_pending');
  expect(await messagesAbout(shift, 'shift-approved')).toBe(1);
});

test('R-04: approval races cancellation: one wins, the loser tells nobody', async () => {
  for (const round of times(8, (i) => i)) {
    const shift = await asked(world, 'eli', {
      period,
      date: addDays('2026-12-16', round),
      start: '13:00',
      end: '15:00',
    });
    const [approved, cancelled] = await Promise.all([
      approve(world, shift),
      world.as.eli.delete(`/api/shifts/${shift}`),
    ]);
    expect([approved.status, cancelled.status].sort()).toEqual([200, 409]);
    expect(await messagesAbout(shift, 'shift-approved')).toBe(approved.status === 200 ? 1 : 0);
  }
});

test('the weekly limit holds when two approvals would pass it together', async () => {
  const march = { name: 'March', start_date: '2027-03-01', end_date: '2027-03-31', seats: 5 };
  const spring = await openPeriod(world, march);
  const wishes = times(4, (i) => ({
    period: spring,
    date: addDays('2027-03-01', i),
    start: '08:00',
    end: '18:00',
  }));
  const shifts = await Promise.all(wishes.map((wish) => asked(world, 'eli', wish)));
  const answers = await Promise.all(shifts.map((shift) => approve(world, shift)));
  expect(countBy(answers, 200)).toBe(2);
  expect(answers.filter((one) => one.status === 409).map((one) => one.body.code)).toEqual([
    'overtime',
    'overtime',
  ]);
});

test('R-08: 16 series of 8 days in random order: no deadlock reaches anyone', async () => {
  const { app } = world.program;
  const people = [world.ids.cleo, world.ids.dev];
  const tenant = (await app.authenticate(await tokenOf('ben')))?.tenant;
  if (!tenant) throw new Error('no tenant');
  const series = times(16, async (i) => {
    const days = times(8, (day) => addDays('2027-06-01', day)).sort(() => Math.random() - 0.5);
    const holders = people.map((id) => ({ kind: 'person' as const, id }));
    const started = performance.now();
    const outcome = await write(app, tenant, {}, async (tx) => {
      await lockHolders(tx, i % 2 ? holders : holders.toReversed());
      for (const date of days) {
        const span = spanOf(
          { date, startTime: '06:00', endTime: '09:00', overnight: false },
          tenant.timeZone,
        );
        await claim(tx, holders, span, { kind: 'series', id: newId() });
      }
    }).then(
      () => 'taken',
      (error) => error.code as string,
    );
    return { outcome, ms: performance.now() - started };
  });
  const outcomes = await Promise.all(series);
  expect(outcomes.filter(({ outcome }) => outcome === 'taken')).toHaveLength(1);
  expect(outcomes.filter(({ outcome }) => outcome === 'time_taken')).toHaveLength(15);
  console.log(
    `R-08: slowest of 16 series ${Math.max(...outcomes.map(({ ms }) => ms)).toFixed(0)} ms`,
  );
  expect(await overlaps()).toEqual([]);
});

test('R-09: an edit that keeps its own time does not collide with itself', async () => {
  const shift = await asked(world, 'dev', { period, date: '2026-12-27' });
  expect((await approve(world, shift)).status).toBe(200);
  const answer = await world.as.ben.patch(`/api/shifts/${shift}`, {
    end_time: '09:30',
    notes: 'longer',
  });
  expect(answer).toMatchObject({
    status: 200,
    body: { end_time: '09:30:00', duration_hours: '3.50' },
  });
});

test('R-10, R-11, R-14: over midnight, and back to back', async () => {
  const night = { period, date: '2026-12-28', start: '22:00', end: '06:00', overnight: true };
  const first = await ask(world, 'cleo', night);
  expect(first.body).toMatchObject({ duration_hours: '8.00', overnight: true });
  const tooEarly = { period, date: '2026-12-29', start: '05:00', end: '07:00' };
  expect((await ask(world, 'cleo', tooEarly)).status).toBe(409);
  expect((await ask(world, 'cleo', { ...tooEarly, start: '06:00' })).status).toBe(201);
  expect((await ask(world, 'cleo', { ...tooEarly, start: '07:00', end: '12:00' })).status).toBe(
    201,
  );
});

test('R-11, R-12, R-13: the nights on which the clocks change', async () => {
  const year = { name: 'Clocks', start_date: '2027-03-20', end_date: '2027-11-10' };
  const clocks = await openPeriod(world, year);
  const night = { period: clocks, start: '22:00', end: '06:00', overnight: true };
  const spring = await ask(world, 'cleo', { ...night, date: '2027-03-27' });
  expect(spring.body.duration_hours).toBe('7.00');
  const autumn = await ask(world, 'cleo', { ...night, date: '2027-10-30' });
  expect(autumn.body.duration_hours).toBe('9.00');
  const skipped = await ask(world, 'dev', {
    period: clocks,
    date: '2027-03-28',
    start: '01:30',
    end: '04:00',
  });
  expect(skipped).toMatchObject({ status: 400, body: { code: 'nonexistent_local_time' } });
  expect(Object.keys(skipped.body.errors)).toEqual(['start_time']);
  const twice = await ask(world, 'dev', {
    period: clocks,
    date: '2027-10-31',
    start: '01:15',
    end: '04:00',
  });
  expect(twice.body).toMatchObject({ starts_at: '2027-10-31T00:15:00Z', duration_hours: '3.75' });
});

test('R-15, R-16: empty, reversed and endless spans are refused by name, nothing is written', async () => {
  const before = await world.sql('SELECT count(*) FROM shift');
  const bad: [object, string][] = [
    [{ start: '06:00', end: '06:00' }, 'end_time'],
    [{ start: '09:00', end: '06:00' }, 'end_time'],
    [{ start: '06:00', end: '07:00', overnight: true }, 'end_time'],
    [{ date: '3026-12-01' }, 'date'],
    [{ date: '2026-02-30' }, 'date'],
  ];
  for (const [wish, field] of bad) {
    const answer = await ask(world, 'eli', { period, date: '2026-12-30', ...wish });
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors)).toEqual([field]);
  }
  expect(await world.sql('SELECT count(*) FROM shift')).toEqual(before);
});

async function messagesAbout(shift: string, template: string): Promise<number> {
  const [row] = await world.sql<{ count: number }>(
    `SELECT count(*)::int FROM message m JOIN journal j ON j.id = m.journal_id
     WHERE j.subject_id = $1 AND m.template = $2`,
    [shift, template],
  );
  return row?.count ?? 0;
}

async function tokenOf(key: string): Promise<string> {
  const body = { email: `${key}@harbour.example`, password: 'harbour-lantern-42' };
  return (await world.anyone.post('/api/auth/login', body)).body.tokens.access;
}
