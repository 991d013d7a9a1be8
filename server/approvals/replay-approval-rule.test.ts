import { beforeAll, describe, expect, test } from 'vitest';
import { fridayEvening } from '../testing/approval-steps.ts';
import { addedResource, booked } from '../testing/booking-steps.ts';
import { assigned, openRoster, unlock } from '../testing/duty-steps.ts';
import { does, held, offered } from '../testing/offer-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { asked, openPeriod, outcome } from '../testing/rota-steps.ts';
import { answer, traded, twoOf } from '../testing/trade-steps.ts';

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
});

const path = '/api/approval-rules/replay';
const replay = (subject: string, conditions: object, more: object = {}) =>
  world.as.ben.post(path, { subject, conditions, ...more });
const needed = async (subject: string, conditions: object, more: object = {}) => {
  const { body } = await replay(subject, conditions, more);
  return [body.looked_at, body.would_need.map((one: { id: string }) => one.id)];
};
const tick = () => world.clock.advance({ seconds: 1 });

test('a stranger is asked to log in, a member may not; next door has its own', async () => {
  const body = { subject: 'shift', conditions: {} };
  expect(outcome(await world.anyone.post(path, body))).toEqual([401, 'unauthenticated']);
  expect(outcome(await world.as.cleo.post(path, body))).toEqual([403, 'forbidden']);
  await asked(world, 'cleo', { period, date: '2026-12-31' });
  const answer = await world.as.fay.post(path, body);
  expect(answer.body).toEqual({ looked_at: 0, would_need: [] });
});

test('shifts: the newest first, each with whose, what and why; nothing is written', async () => {
  const evening = { start: '18:00', end: '20:00' };
  const ids: string[] = [];
  for (const date of ['2026-12-04', '2026-12-08', '2026-12-11']) {
    tick();
    ids.push(await asked(world, 'cleo', { period, date, ...evening }));
  }
  const before = await world.sql('SELECT count(*) FROM journal');
  const { body } = await replay('shift', fridayEvening);
  expect(body.would_need).toMatchObject([
    {
      ...{ id: ids[2], person_name: 'Cleo Marsh', what: 'Fri, 11 December 2026, 18:00–20:00' },
      detail: 'This rule: it reaches into Friday from 18:00 to 21:00.',
    },
    { id: ids[0] },
  ]);
  expect(await needed('shift', fridayEvening, { last: 2 })).toEqual([2, [ids[2]]]);
  expect(await world.sql('SELECT count(*) FROM journal')).toEqual(before);
  const hours = { hours: { over_minutes: 100, per: 'week' } };
  expect((await needed('shift', hours))[1]).toHaveLength(4);
});

test('reservations: of one resource, with hours and firsts as they were then', async () => {
  const court = await addedResource(world, 'Court');
  const at = { resource: court, date: '2026-12-01' };
  const first = await booked(world, 'dev', { ...at, start: '10:00', end: '11:00' });
  tick();
  const second = await booked(world, 'dev', { ...at, start: '12:00', end: '13:00' });
  tick();
  await booked(world, 'dev', { date: '2026-12-02' });
  const here = { resource: court };
  expect(await needed('reservation', { first_booking: true }, here)).toEqual([2, [first]]);
  const hours = { hours: { over_minutes: 60, per: 'day' } };
  expect(await needed('reservation', hours, here)).toEqual([2, [second]]);
  expect((await needed('reservation', {}))[1]).toHaveLength(3);
});

test('swaps, unlocks and trades that happened', async () => {
  const swapped = await offered(
    world,
    'eli',
    await held(world, 'eli', { period, date: '2026-12-15' }),
  );
  await does(world, 'dev', 'take', swapped);
  expect(await needed('swap', { roles: ['member'] })).toEqual([1, [swapped]]);
  expect(await needed('swap', { roles: ['admin'] })).toEqual([1, []]);

  const cell = await openRoster(world);
  await unlock(world, await assigned(world, 'cleo', { ...cell, date: '2026-12-16' }));
  expect((await needed('unlock', { roles: ['admin'] }))[1]).toHaveLength(1);
  expect(await needed('unlock', { roles: ['owner'] })).toEqual([1, []]);

  const [mine, theirs] = await twoOf(world, '2026-12-17');
  const id = await traded(world, 'cleo', mine, theirs);
  expect(await needed('trade', {})).toEqual([0, []]);
  await answer(world, 'dev', id, 'accept');
  const afternoon = { window: { weekdays: [3], start_time: '14:00', end_time: '16:00' } };
  expect(await needed('trade', afternoon)).toEqual([1, [id]]);
});

describe('refusals', () => {
  test.each<[string, object]>([
    [
      'resource',
      { subject: 'shift', conditions: {}, resource: '01a1f000-0000-7000-8000-000000000000' },
    ],
    ['last', { subject: 'shift', conditions: {}, last: 201 }],
    ['conditions.roles', { subject: 'shift', conditions: { roles: [] } }],
  ])('400 on %s', async (field, body) => {
    const answer = await world.as.ben.post(path, body);
    expect([answer.status, Object.keys(answer.body.errors)]).toEqual([400, [field]]);
  });
});
