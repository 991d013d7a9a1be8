import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import {
  approve,
  asked,
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

const cancel = (who: keyof World['as'], shift: string) =>
  world.as[who].delete(`/api/shifts/${shift}`);
const commitments = (shift: string) =>
  world.sql('SELECT holder_kind FROM commitment WHERE source_id = $1', [shift]);
const told = (shift: string) =>
  world.sql<{ address: string }>(
    `SELECT m.address FROM message m JOIN journal j ON j.id = m.journal_id
     WHERE j.subject_id = $1 AND m.template = 'shift-deleted'`,
    [shift],
  );

describe('who may', () => {
  test('a stranger is asked to log in', async () => {
    const shift = await asked(world, 'cleo', { period, date: '2026-12-01' });
    expect(outcome(await world.anyone.delete(`/api/shifts/${shift}`))).toEqual([
      401,
      'unauthenticated',
    ]);
  });

  test('for another member and another organisation there is no such shift', async () => {
    const shift = await asked(world, 'cleo', { period, date: '2026-12-02' });
    expect(outcome(await cancel('dev', shift))).toEqual([404, 'not_found']);
    expect(outcome(await cancel('fay', shift))).toEqual([404, 'not_found']);
    expect(await eventsOf(world, shift)).toEqual(['shift.requested']);
  });
});

test('its person takes a request back; the row stays; nobody is written to', async () => {
  const shift = await asked(world, 'cleo', { period, date: '2026-12-03' });
  const answer = await cancel('cleo', shift);
  expect(answer).toMatchObject({
    status: 200,
    body: {
      message: 'Request cancelled successfully.',
      shift: { id: shift, status: 'CANCELLED', version: 2, can: { edit: false, cancel: false } },
    },
  });
  expect((await world.as.cleo.get(`/api/shifts/${shift}`)).body.status).toBe('CANCELLED');
  expect(await eventsOf(world, shift)).toEqual(['shift.requested', 'shift.deleted']);
  expect(await lastOfShift(world)).toMatchObject({
    actor_id: world.ids.cleo,
    data: { was: 'PENDING', shift: { status: 'CANCELLED' } },
  });
  expect(await told(shift)).toEqual([]);
});

test('an admin cancels an approved one: person and seat are free again, its person is told', async () => {
  const date = '2026-12-04';
  const shift = await asked(world, 'cleo', { period, date });
  await approve(world, shift);
  expect(await commitments(shift)).toHaveLength(2);
  expect((await cancel('ada', shift)).status).toBe(200);
  expect(await commitments(shift)).toEqual([]);
  expect(await eventsOf(world, shift)).toEqual([
    ...['shift.requested', 'shift.approved', 'shift.deleted'],
  ]);
  expect((await lastOfShift(world))?.data).toMatchObject({ was: 'APPROVED' });
  expect(await told(shift)).toEqual([{ address: 'cleo@harbour.example' }]);

  const coverage = await world.as.ben.get(`/api/coverage?start_date=${date}&end_date=${date}`);
  expect(coverage.body[0]).toMatchObject({ status: 'none' });
  const hours = await world.as.cleo.get('/api/hours?week=2026-W49');
  expect(hours.body[0]).toMatchObject({ hours: '0.00', shift_count: 0 });
  const next = await asked(world, 'dev', { period, date });
  expect((await approve(world, next)).status).toBe(200);
});

describe('refusals', () => {
  test('an approved shift is not its person’s to cancel: shift_not_pending', async () => {
    const shift = await asked(world, 'eli', { period, date: '2026-12-05' });
    await approve(world, shift);
    const answer = await cancel('eli', shift);
    expect(outcome(answer)).toEqual([409, 'shift_not_pending']);
    expect(await commitments(shift)).toHaveLength(2);
  });

  test('one that was rejected or cancelled: shift_not_pending', async () => {
    const rejected = await asked(world, 'eli', { period, date: '2026-12-06' });
    await world.as.ben.post(`/api/shifts/${rejected}/reject`, { rejected_reason: 'no' });
    expect(outcome(await cancel('ben', rejected))).toEqual([409, 'shift_not_pending']);
    const cancelled = await asked(world, 'eli', { period, date: '2026-12-06' });
    await cancel('eli', cancelled);
    expect(outcome(await cancel('eli', cancelled))).toEqual([409, 'shift_not_pending']);
    expect(await eventsOf(world, cancelled)).toEqual(['shift.requested', 'shift.deleted']);
  });

  test('a finalized period: period_finalized, for an admin too', async () => {
    const finalized = await openPeriod(world);
    const shift = await asked(world, 'eli', { period: finalized, date: '2026-12-07' });
    await setPeriod(world, finalized, 'FINALIZED');
    expect(outcome(await cancel('eli', shift))).toEqual([409, 'period_finalized']);
    expect(outcome(await cancel('ben', shift))).toEqual([409, 'period_finalized']);
  });

  test('no id at all: the field is named', async () => {
    const answer = await cancel('ben', 'nothing');
    expect(answer).toMatchObject({ status: 400, body: { errors: { id: [expect.anything()] } } });
  });
});

test('twice at once: one 200, one 409, one entry', async () => {
  const shift = await asked(world, 'dev', { period, date: '2026-12-08' });
  const answers = await Promise.all([cancel('dev', shift), cancel('ben', shift)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await eventsOf(world, shift)).toEqual(['shift.requested', 'shift.deleted']);
});
