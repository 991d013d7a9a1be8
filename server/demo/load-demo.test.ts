import { describe, expect, test } from 'vitest';
import { openWorld } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';
import { harbour } from './world.ts';

type Row = {
  effect: {
    clashes: object[];
    exceeds_limit: boolean;
    covers: { covered_before: boolean; covered_after: boolean }[];
  };
};

test('fills an empty database: everyone can log in, the queue shows what a queue can show', async () => {
  const world = await openWorld({ empty: true });
  expect((await world.anyone.get('/api/setup')).body).toMatchObject({
    empty: true,
    demo_logins: [],
  });
  const answer = await world.anyone.post('/api/setup/demo', {});
  expect([answer.status, answer.body]).toEqual([201, { message: expect.any(String) }]);

  const setup = await world.anyone.get('/api/setup');
  expect(setup.body.empty).toBe(false);
  const names = setup.body.demo_logins.map((login: { name: string }) => login.name);
  expect(names).toEqual(harbour.people.map(({ first, last }) => `${first} ${last}`));
  for (const { email, password, role } of setup.body.demo_logins) {
    const { status, body } = await world.anyone.post('/api/auth/login', { email, password });
    expect([status, body.user?.role]).toEqual([200, role]);
  }

  const periods = await world.as.ben.get('/api/schedule-periods');
  expect(periods.body.map((period: { name: string }) => period.name)).toEqual([
    'December 2026',
    'November 2026',
  ]);
  const { body: queue } = await world.as.ben.get('/api/shifts/pending');
  const effects = queue.map((row: Row) => row.effect);
  const count = (is: (effect: Row['effect']) => boolean) => effects.filter(is).length;
  expect(effects).toHaveLength(6);
  expect(count((effect) => effect.clashes.length > 0)).toBe(1);
  expect(count((effect) => effect.exceeds_limit)).toBe(1);
  const turns = (effect: Row['effect']) =>
    effect.clashes.length === 0 &&
    !effect.exceeds_limit &&
    effect.covers.some((one) => one.covered_after && !one.covered_before);
  expect(count(turns)).toBe(4);
  for (const [i, row] of queue.entries()) {
    const decided = await world.as.ben.post(`/api/shifts/${row.id}/approve`, {});
    expect(decided.status).toBe(turns(effects[i]) ? 200 : 409);
  }
  expect(outcome(await world.anyone.post('/api/setup/demo', {}))).toEqual([409, 'not_empty']);
});

test('a roster around today: done, assigned, open, and one given back', async () => {
  const world = await openWorld({ empty: true });
  await world.anyone.post('/api/setup/demo', {});
  const [roster] = (await world.as.ben.get('/api/rosters')).body;
  const grid = (await world.as.cleo.get(`/api/duty-assignments/grid?roster=${roster.id}`)).body;
  const states = grid.rows.flatMap((row: { cells: { state: string }[] }) =>
    row.cells.map(({ state }) => state),
  );
  expect(new Set(states)).toEqual(new Set(['free', 'partial', 'taken']));
  expect(roster.assigned).toBeGreaterThan(40);
  expect((await world.as.ben.get('/api/unlock-logs')).body).toHaveLength(1);
});

test('a room and a van around today, some evenings waiting for an admin', async () => {
  const world = await openWorld({ empty: true });
  await world.anyone.post('/api/setup/demo', {});
  const resources = (await world.as.cleo.get('/api/resources')).body;
  expect(resources.map((one: { name: string }) => one.name)).toEqual(['Room', 'Van']);
  const counted = async (status: string) => {
    const answer = await world.as.ben.get(`/api/reservations?status=${status}&count=true&limit=1`);
    return Number(answer.headers.get('x-total-count'));
  };
  expect(await counted('CONFIRMED')).toBeGreaterThan(8);
  expect(await counted('PENDING')).toBeGreaterThan(1);
});

describe('refusals', () => {
  test('where someone is already: not_empty, nothing added', async () => {
    const world = await openWorld();
    const people = await world.sql('SELECT FROM person');
    expect(outcome(await world.anyone.post('/api/setup/demo', {}))).toEqual([409, 'not_empty']);
    expect(outcome(await world.as.fay.post('/api/setup/demo', {}))).toEqual([409, 'not_empty']);
    expect(await world.sql('SELECT FROM person')).toHaveLength(people.length);
  });

  test('where others can reach it: forbidden', async () => {
    const world = await openWorld({ empty: true, config: { local: false } });
    expect(outcome(await world.anyone.post('/api/setup/demo', {}))).toEqual([403, 'forbidden']);
    expect(await world.sql('SELECT FROM organisation')).toEqual([]);
  });

  test('fields that are none are named', async () => {
    const world = await openWorld({ empty: true });
    const answer = await world.anyone.post('/api/setup/demo', { size: 'large' });
    expect(Object.keys(answer.body.errors)).toEqual(['size']);
  });
});

test('twice at once: one 201, one 409, one demo', async () => {
  const world = await openWorld({ empty: true });
  const load = () => world.anyone.post('/api/setup/demo', {});
  const answers = await Promise.all([load(), load()]);
  expect(answers.map(outcome).sort()).toEqual([
    [201, undefined],
    [409, 'not_empty'],
  ]);
  expect(await world.sql('SELECT FROM organisation')).toHaveLength(1);
});

test.each([
  '2028-02-29T12:00:00Z',
  '2027-03-27T23:30:00Z',
  '2026-10-24T12:00:00Z',
  '2026-12-31T23:59:00Z',
])('loads at %s', async (start) => {
  const world = await openWorld({ empty: true, start });
  expect((await world.anyone.post('/api/setup/demo', {})).status).toBe(201);
  expect((await world.as.ben.get('/api/shifts/pending')).body).toHaveLength(6);
});
