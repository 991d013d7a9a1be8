import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import {
  approve,
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

const edit = (
  who: keyof World['as'],
  shift: string,
  change: object,
  headers: Record<string, string> = {},
) => world.as[who].patch(`/api/shifts/${shift}`, change, headers);
const commitments = (shift: string) =>
  world.sql<{ starts_at: Date; ends_at: Date }>(
    'SELECT starts_at, ends_at FROM commitment WHERE source_id = $1 ORDER BY holder_kind',
    [shift],
  );
const told = (shift: string) =>
  world.sql<{ address: string }>(
    `SELECT m.address FROM message m JOIN journal j ON j.id = m.journal_id
     WHERE j.subject_id = $1 AND m.template = 'shift-updated'`,
    [shift],
  );

describe('who may', () => {
  test('a stranger is asked to log in', async () => {
    const shift = await asked(world, 'cleo', { period, date: '2026-12-01' });
    const answer = await world.anyone.patch(`/api/shifts/${shift}`, { notes: 'x' });
    expect(outcome(answer)).toEqual([401, 'unauthenticated']);
  });

  test('for another member and another organisation there is no such shift', async () => {
    const shift = await asked(world, 'cleo', { period, date: '2026-12-02' });
    expect(outcome(await edit('dev', shift, { notes: 'x' }))).toEqual([404, 'not_found']);
    expect(outcome(await edit('fay', shift, { notes: 'x' }))).toEqual([404, 'not_found']);
    expect(await eventsOf(world, shift)).toEqual(['shift.requested']);
  });

  test('admin notes are the admins’ own', async () => {
    const shift = await asked(world, 'cleo', { period, date: '2026-12-03' });
    const answer = await edit('cleo', shift, { admin_notes: 'me first' });
    expect(outcome(answer)).toEqual([403, 'forbidden']);
  });
});

test('its person changes a request: what changed is journalled, nobody is written to', async () => {
  const shift = await asked(world, 'cleo', { period, date: '2026-12-04', notes: 'first' });
  const answer = await edit('cleo', shift, { end_time: '10:30', notes: 'longer' });
  expect(answer).toMatchObject({
    status: 200,
    body: { end_time: '10:30:00', duration_hours: '4.50', notes: 'longer', version: 2 },
  });
  expect(answer.headers.get('etag')).toBe('"2"');
  expect(await eventsOf(world, shift)).toEqual(['shift.requested', 'shift.updated']);
  expect(await lastOfShift(world)).toMatchObject({
    actor_id: world.ids.cleo,
    data: {
      was: 'PENDING',
      changes: {
        end_time: { before: '09:00:00', after: '10:30:00' },
        notes: { before: 'first', after: 'longer' },
      },
    },
  });
  expect(await told(shift)).toEqual([]);
});

describe('an admin changes an approved shift', () => {
  test('person and seat move with it, coverage and hours too, its person is told', async () => {
    const date = '2026-12-05';
    const shift = await asked(world, 'cleo', { period, date });
    await approve(world, shift);
    const moved = { date: '2026-12-06', start_time: '07:00', end_time: '09:00' };
    expect((await edit('ben', shift, moved)).status).toBe(200);
    const span = {
      starts_at: new Date('2026-12-06T07:00:00Z'),
      ends_at: new Date('2026-12-06T09:00:00Z'),
    };
    expect(await commitments(shift)).toEqual([span, span]);
    expect(await eventsOf(world, shift)).toEqual([
      ...['shift.requested', 'shift.approved', 'shift.updated'],
    ]);
    expect(await told(shift)).toEqual([{ address: 'cleo@harbour.example' }]);
    const coverage = await world.as.ben.get(
      '/api/coverage?start_date=2026-12-05&end_date=2026-12-06',
    );
    const morning = (i: number) => coverage.body[i].windows[0];
    expect(morning(0)).toMatchObject({ gaps: [{ start_time: '06:00:00', end_time: '09:00:00' }] });
    expect(morning(1)).toMatchObject({ gaps: [{ start_time: '06:00:00', end_time: '07:00:00' }] });
    const hours = await world.as.cleo.get('/api/hours?week=2026-W49');
    expect(hours.body[0].hours).toBe('2.00');
  });

  test('R-09: one that keeps or overlaps its own time does not stand in its own way', async () => {
    const shift = await asked(world, 'dev', { period, date: '2026-12-07' });
    await approve(world, shift);
    expect((await edit('ben', shift, { notes: 'bring keys' })).status).toBe(200);
    expect((await edit('ben', shift, { end_time: '10:00' })).status).toBe(200);
    expect((await edit('ben', shift, { start_time: '05:00', end_time: '08:00' })).status).toBe(200);
    expect(await commitments(shift)).toHaveLength(2);
  });

  test('admin notes alone are no news to its person', async () => {
    const shift = await asked(world, 'dev', { period, date: '2026-12-08' });
    await approve(world, shift);
    const answer = await edit('ben', shift, { admin_notes: 'watch the hours' });
    expect(answer.body.admin_notes).toBe('watch the hours');
    expect(await told(shift)).toEqual([]);
    expect(JSON.stringify((await lastOfShift(world))?.data)).not.toContain('watch the hours');
    const seen = await world.as.dev.get(`/api/shifts/${shift}`);
    expect(seen.body.admin_notes).toBeUndefined();
  });

  test('onto a taken seat: shift_overlaps; elsewhere: person_busy; both stay where they were', async () => {
    const cleo = await asked(world, 'cleo', { period, date: '2026-12-09' });
    await approve(world, cleo);
    const dev = await asked(world, 'dev', { period, date: '2026-12-10' });
    await approve(world, dev);
    const before = await commitments(dev);
    const ontoCleo = await edit('ben', dev, { date: '2026-12-09', start_time: '08:00' });
    expect(outcome(ontoCleo)).toEqual([409, 'shift_overlaps']);
    expect(ontoCleo.body.detail).toContain('Cleo Marsh from 06:00');
    await commitElsewhere(world, 'dev', '2026-12-11T10:00Z', '2026-12-11T12:00Z');
    const elsewhere = { date: '2026-12-11', start_time: '11:00', end_time: '13:00' };
    expect(outcome(await edit('ben', dev, elsewhere))).toEqual([409, 'person_busy']);
    expect(await commitments(dev)).toEqual(before);
    expect(await eventsOf(world, dev)).toEqual(['shift.requested', 'shift.approved']);
  });

  test('beyond the weekly limit: overtime, unless overridden; who overrode is journalled', async () => {
    const night = { start: '20:00', end: '19:00', overnight: true };
    const shift = await asked(world, 'eli', { period, date: '2026-12-14', ...night });
    await approve(world, shift);
    const second = await asked(world, 'eli', {
      ...{ period, date: '2026-12-16', start: '08:00', end: '09:00' },
    });
    expect((await approve(world, second)).status).toBe(200);
    const longer = { end_time: '10:00' };
    const refused = await edit('ben', second, longer);
    expect(outcome(refused)).toEqual([409, 'overtime']);
    expect(refused.body.weekly_hours_after).toBe('25.00');
    expect((await edit('ben', second, { ...longer, override_overtime: true })).status).toBe(200);
    expect(await lastOfShift(world)).toMatchObject({
      event: 'shift.updated',
      actor_id: world.ids.ben,
      data: { override_overtime: true },
    });
  });
});

describe('refusals', () => {
  test('an approved shift is not its person’s to change: shift_not_pending', async () => {
    const shift = await asked(world, 'cleo', { period, date: '2026-12-17' });
    await approve(world, shift);
    expect(outcome(await edit('cleo', shift, { notes: 'x' }))).toEqual([409, 'shift_not_pending']);
  });

  test('onto another of one’s own: shift_overlaps_own', async () => {
    const date = '2026-12-18';
    await asked(world, 'cleo', { period, date });
    const later = await asked(world, 'cleo', { period, date, start: '09:00', end: '11:00' });
    const answer = await edit('cleo', later, { start_time: '08:00' });
    expect(outcome(answer)).toEqual([409, 'shift_overlaps_own']);
    expect((await world.as.cleo.get(`/api/shifts/${later}`)).body.start_time).toBe('09:00:00');
  });

  test('a finalized period: period_finalized', async () => {
    const finalized = await openPeriod(world);
    const shift = await asked(world, 'eli', { period: finalized, date: '2026-12-21' });
    await setPeriod(world, finalized, 'FINALIZED');
    expect(outcome(await edit('ben', shift, { notes: 'x' }))).toEqual([409, 'period_finalized']);
  });

  test('a version that was read before someone else’s change: version_stale', async () => {
    const shift = await asked(world, 'cleo', { period, date: '2026-12-22' });
    const read = { 'if-match': '"1"' };
    expect((await edit('ben', shift, { notes: 'mine' }, read)).status).toBe(200);
    const answer = await edit('cleo', shift, { notes: 'no, mine' }, read);
    expect(outcome(answer)).toEqual([412, 'version_stale']);
    expect(answer.body.version).toBe(2);
    expect((await edit('cleo', shift, { notes: 'now' }, { 'if-match': '"2"' })).status).toBe(200);
    const odd = await edit('cleo', shift, { notes: 'x' }, { 'if-match': 'two' });
    expect(Object.keys(odd.body.errors)).toEqual(['If-Match']);
  });

  test.each([
    ['an end before the start', { end_time: '05:00' }, 'end_time'],
    ['a date beyond the period', { date: '2027-01-01' }, 'date'],
    ['no such day', { date: '2026-12-32' }, 'date'],
    ['a field that is not one', { status: 'APPROVED' }, 'status'],
    ['notes too long', { notes: 'x'.repeat(1_001) }, 'notes'],
  ])('%s: 400 that names the field, nothing changed', async (_what, change, field) => {
    const date = '2026-12-23';
    const [open] = await world.sql<{ id: string }>('SELECT id FROM shift WHERE date = $1', [date]);
    const shift = open?.id ?? (await asked(world, 'cleo', { period, date }));
    const answer = await edit('cleo', shift, change);
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors)).toEqual([field]);
    expect(await eventsOf(world, shift)).toEqual(['shift.requested']);
  });

  test('a time that spring skips: nonexistent_local_time, nothing changed', async () => {
    const spring = { name: 'March', start_date: '2027-03-01', end_date: '2027-03-31' };
    const march = await openPeriod(world, spring);
    const shift = await asked(world, 'dev', { period: march, date: '2027-03-27' });
    const answer = await edit('dev', shift, { date: '2027-03-28', start_time: '01:30' });
    expect(outcome(answer)).toEqual([400, 'nonexistent_local_time']);
    expect(Object.keys(answer.body.errors)).toEqual(['start_time']);
    expect(await eventsOf(world, shift)).toEqual(['shift.requested']);
  });
});

test('twice at once with the same version: one 200, one 412, one entry', async () => {
  const shift = await asked(world, 'dev', { period, date: '2026-12-28' });
  const read = { 'if-match': '"1"' };
  const answers = await Promise.all([
    edit('dev', shift, { notes: 'one' }, read),
    edit('ben', shift, { notes: 'two' }, read),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect(await eventsOf(world, shift)).toEqual(['shift.requested', 'shift.updated']);
});

test('an empty change changes nothing: no version, no entry', async () => {
  const shift = await asked(world, 'cleo', {
    period,
    date: '2026-12-24',
    start: '12:00',
    end: '13:00',
  });
  const before = await world.journal();
  const answer = await world.as.cleo.patch(`/api/shifts/${shift}`, {});
  expect(answer).toMatchObject({ status: 200, body: { version: 1 } });
  expect(await world.journal()).toEqual(before);
});
