import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { asked, eventsOf, outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const december = { name: 'December', start_date: '2026-12-01', end_date: '2026-12-31' };
const create = (who: keyof World['as'], change: object = {}) =>
  world.as[who].post('/api/schedule-periods', { ...december, ...change });
const countPeriods = async () => (await world.sql('SELECT FROM schedule_period')).length;

describe('who may', () => {
  test('a stranger is asked to log in', async () => {
    const answer = await world.anyone.post('/api/schedule-periods', december);
    expect(outcome(answer)).toEqual([401, 'unauthenticated']);
  });

  test('a member may not', async () => {
    expect(outcome(await create('cleo'))).toEqual([403, 'forbidden']);
    expect(await countPeriods()).toBe(0);
  });
});

test('a period is open, has one seat, and is journalled', async () => {
  const answer = await create('ben', { name: ' December ' });
  expect(answer).toMatchObject({
    status: 201,
    body: {
      ...december,
      status: 'OPEN',
      seats: 1,
      created_by: world.ids.ben,
      created_by_name: 'Ben Lindqvist',
      shift_count: 0,
      can: { ask: true, decide: true },
    },
  });
  const { id } = answer.body;
  expect(await eventsOf(world, id)).toEqual(['period.created']);
  expect((await world.journal()).at(-1)).toMatchObject({
    actor_id: world.ids.ben,
    data: { period: { id, ...december, status: 'OPEN', seats: 1 } },
  });
  expect(await asked(world, 'cleo', { period: id })).toBeTypeOf('string');
});

test('for next door it is not there', async () => {
  const { body } = await create('ada');
  const answer = await world.as.fay.get(`/api/schedule-periods/${body.id}`);
  expect(outcome(answer)).toEqual([404, 'not_found']);
});

test('locked from the start, with seats for three', async () => {
  const answer = await create('ben', { status: 'LOCKED', seats: 3 });
  expect(answer.body).toMatchObject({ status: 'LOCKED', seats: 3, can: { ask: false } });
  const seats = await world.sql<{ number: number }>('SELECT number FROM seat ORDER BY number');
  expect(seats.map(({ number }) => number)).toEqual([1, 2, 3]);
});

describe('dates', () => {
  test.each([
    ['one day', { end_date: '2026-12-01' }],
    ['a leap day', { start_date: '2028-02-29', end_date: '2028-02-29' }],
    ['366 days', { end_date: '2027-12-01' }],
  ])('%s: fine', async (_what, change) => {
    expect((await create('ben', change)).status).toBe(201);
  });

  test.each([
    ['an end before the start', { end_date: '2026-11-30' }, 'end_date'],
    ['367 days', { end_date: '2027-12-02' }, 'end_date'],
    ['no leap year', { start_date: '2027-02-29' }, 'start_date'],
    ['no such month', { start_date: '2026-13-01' }, 'start_date'],
    ['an instant', { start_date: '2026-12-01T00:00:00Z' }, 'start_date'],
    ['no name', { name: '  ' }, 'name'],
    ['a name too long', { name: 'x'.repeat(101) }, 'name'],
    ['finalized at once', { status: 'FINALIZED' }, 'status'],
    ['no seat', { seats: 0 }, 'seats'],
    ['too many seats', { seats: 51 }, 'seats'],
    ['half a seat', { seats: 1.5 }, 'seats'],
    ['a field that is not one', { colour: 'red' }, 'colour'],
  ])('%s: 400 that names the field, nothing written', async (_what, change, field) => {
    const before = await countPeriods();
    const answer = await create('ben', change);
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors)).toEqual([field]);
    expect(await countPeriods()).toBe(before);
  });
});

test('twice at once with one Idempotency-Key: one period', async () => {
  const before = await countPeriods();
  const headers = { 'idempotency-key': '"period-1"' };
  const post = () => world.as.ben.post('/api/schedule-periods', december, headers);
  const answers = await Promise.all([post(), post()]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  expect(answers[0]?.body.id).toBe(answers[1]?.body.id);
  expect(await countPeriods()).toBe(before + 1);
  expect(await eventsOf(world, answers[0]?.body.id)).toEqual(['period.created']);
});

test('two at once that need new seats: both are made', async () => {
  const answers = await Promise.all([create('ben', { seats: 7 }), create('ada', { seats: 7 })]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  expect(await world.sql('SELECT FROM seat')).toHaveLength(7);
});
