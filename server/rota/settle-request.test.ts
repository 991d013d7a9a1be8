import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addRule, fridayEvening } from '../testing/approval-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, ask, commitElsewhere, eventsOf, openPeriod } from '../testing/rota-steps.ts';

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
});
beforeEach(async () => {
  await world.sql('UPDATE approval_rule SET deleted_at = now() WHERE subject = $1', ['shift']);
});

const commitments = (shift: string) =>
  world.sql('SELECT holder_kind FROM commitment WHERE source_id = $1 ORDER BY 1', [shift]);
const entriesOf = (shift: string) =>
  world.sql<{ event: string; actor_id: string | null; caused: string | null }>(
    `SELECT j.event, j.actor_id, c.event AS caused FROM journal j LEFT JOIN journal c ON c.id = j.cause_id
     WHERE j.subject_id = $1 ORDER BY j.seq`,
    [shift],
  );
const lettersOf = (shift: string) =>
  world.sql(
    `SELECT m.template, m.address FROM message m JOIN journal j ON j.id = m.journal_id
     WHERE j.subject_id = $1 ORDER BY m.template, m.address`,
    [shift],
  );

test('where no rule asks for an admin, the program approves at once, with person and seat', async () => {
  const { status, body } = await ask(world, 'cleo', { period, date: '2026-12-01' });
  expect([status, body.status, body.approved_by, body.waits_because]).toEqual([
    ...[201, 'APPROVED', null, ''],
  ]);
  expect(await commitments(body.id)).toEqual([{ holder_kind: 'person' }, { holder_kind: 'seat' }]);
  expect(await entriesOf(body.id)).toEqual([
    { event: 'shift.requested', actor_id: world.ids.cleo, caused: null },
    { event: 'shift.approved', actor_id: null, caused: 'shift.requested' },
  ]);
  expect(await lettersOf(body.id)).toEqual([
    { template: 'shift-approved', address: 'cleo@harbour.example' },
  ]);
});

test('a day that it covers turns at once', async () => {
  await ask(world, 'cleo', { period, date: '2026-12-02', start: '06:00', end: '22:00' });
  const turns = (await world.journal()).filter(({ event }) => event === 'coverage.alert');
  expect(turns.at(-1)).toMatchObject({
    actor_id: null,
    data: { kind: 'turn', date: '2026-12-02', after: 'complete' },
  });
});

describe('a rule that matches keeps it waiting, and says so', () => {
  test.each<[string, object, object, boolean]>([
    ['its window', fridayEvening, { date: '2026-12-04', start: '20:30', end: '22:30' }, true],
    [
      'beside its window',
      fridayEvening,
      { date: '2026-12-11', start: '21:00', end: '22:30' },
      false,
    ],
    ['a role', { roles: ['member'] }, { date: '2026-12-05' }, true],
    ['another role', { roles: ['admin'] }, { date: '2026-12-06' }, false],
    ['long ones', { hours: { over_minutes: 179, per: 'request' } }, { date: '2026-12-07' }, true],
    [
      'not so long',
      { hours: { over_minutes: 180, per: 'request' } },
      { date: '2026-12-08' },
      false,
    ],
  ])('%s', async (_what, conditions, wish, waits) => {
    await addRule(world, { subject: 'shift', name: 'Rule', conditions });
    const { body } = await ask(world, 'dev', { period, ...wish });
    expect(body.status).toBe(waits ? 'PENDING' : 'APPROVED');
    expect(body.waits_because.startsWith('Rule: ')).toBe(waits);
    if (!waits) return;
    expect(await entriesOf(body.id)).toHaveLength(1);
    expect(await lettersOf(body.id)).toMatchObject([
      { template: 'shift-requested', address: 'ada@harbour.example' },
      { template: 'shift-requested', address: 'ben@harbour.example' },
    ]);
    const [queued] = (await world.as.ben.get('/api/shifts/pending?limit=200')).body.filter(
      (one: { id: string }) => one.id === body.id,
    );
    expect(queued.waits_because).toBe(body.waits_because);
    expect((await approve(world, body.id)).body.shift.waits_because).toBe('');
  });

  test('a first, and what is over the hours of a day, a week, a month', async () => {
    const first = { subject: 'shift', name: 'First', conditions: { first_booking: true } };
    const rule = (await addRule(world, first)).body.id;
    const wish = (date: string) => ask(world, 'eli', { period, date });
    const one = await wish('2026-12-09');
    expect(one.body).toMatchObject({
      status: 'PENDING',
      waits_because: 'First: it is their first.',
    });
    await approve(world, one.body.id);
    expect((await wish('2026-12-10')).body.status).toBe('APPROVED');
    const over = (per: string, over_minutes: number) =>
      world.as.ben.patch(`/api/approval-rules/${rule}`, {
        conditions: { hours: { over_minutes, per } },
      });
    await over('week', 540);
    expect((await wish('2026-12-11')).body.status).toBe('APPROVED');
    expect((await wish('2026-12-12')).body.waits_because).toBe(
      'First: they would have that week 12 h, more than 9 h.',
    );
    await over('month', 540);
    expect((await wish('2026-12-14')).body.status).toBe('PENDING');
    await over('day', 180);
    expect((await wish('2026-12-15')).body.status).toBe('APPROVED');
    const evening = { period, date: '2026-12-15', start: '19:00', end: '20:00' };
    expect((await ask(world, 'eli', evening)).body.status).toBe('PENDING');
  });
});

describe('a check that fails keeps it waiting, and says which', () => {
  test('the seat is taken', async () => {
    await ask(world, 'cleo', { period, date: '2026-12-16' });
    const { body } = await ask(world, 'dev', { period, date: '2026-12-16' });
    expect(body).toMatchObject({
      status: 'PENDING',
      waits_because:
        'Only one person is on at a time: Cleo Marsh from 06:00 to 09:00 on 2026-12-16.',
    });
    expect(await commitments(body.id)).toEqual([]);
    expect(await eventsOf(world, body.id)).toEqual(['shift.requested']);
  });

  test('the person is elsewhere', async () => {
    await commitElsewhere(world, 'dev', '2026-12-17T08:00Z', '2026-12-17T10:00Z');
    const { body } = await ask(world, 'dev', { period, date: '2026-12-17' });
    expect(body.status).toBe('PENDING');
    expect(body.waits_because).toContain('committed elsewhere');
  });

  test('overtime is an admin’s to allow', async () => {
    const long = { period, start: '09:00', end: '20:00' };
    await ask(world, 'eli', { ...long, date: '2026-12-21' });
    await ask(world, 'eli', { ...long, date: '2026-12-22' });
    const { body } = await ask(world, 'eli', { ...long, date: '2026-12-23' });
    expect(body.status).toBe('PENDING');
    expect(body.waits_because).toBe(
      'Eli Novak would have 33.00 hours in that week; the limit is 24.00.',
    );
  });
});

test('changed into what no rule asks for, it is approved at once; what waits stays when rules go', async () => {
  const rule = await addRule(world, { subject: 'shift', conditions: fridayEvening });
  const evening = { period, date: '2026-12-18', start: '18:00', end: '20:00' };
  const { body: shift } = await ask(world, 'cleo', evening);
  const change = (body: object) => world.as.cleo.patch(`/api/shifts/${shift.id}`, body);
  expect((await change({ notes: 'please' })).body).toMatchObject({ status: 'PENDING' });
  const moved = await change({ start_time: '15:00', end_time: '18:00' });
  expect(moved.body).toMatchObject({ status: 'APPROVED', notes: 'please', waits_because: '' });
  expect(await eventsOf(world, shift.id)).toEqual([
    ...['shift.requested', 'shift.updated', 'shift.updated', 'shift.approved'],
  ]);
  const { body: other } = await ask(world, 'dev', { ...evening, start: '20:00', end: '22:00' });
  await world.as.ben.delete(`/api/approval-rules/${rule.body.id}`);
  expect((await world.as.dev.get(`/api/shifts/${other.id}`)).body.status).toBe('PENDING');
});

test('two for the last seat at once: one is approved, the other waits', async () => {
  const answers = await Promise.all([
    ask(world, 'cleo', { period, date: '2026-12-28' }),
    ask(world, 'dev', { period, date: '2026-12-28' }),
  ]);
  expect(answers.map(({ status, body }) => [status, body.status]).sort()).toEqual([
    [201, 'APPROVED'],
    [201, 'PENDING'],
  ]);
});

test('an organisation where every request waits says nothing of why', async () => {
  await world.as.ben.patch('/api/rota-settings', { shifts_need_approval: true });
  const { body } = await ask(world, 'cleo', { period, date: '2026-12-29' });
  expect([body.status, body.waits_because]).toEqual(['PENDING', '']);
});
