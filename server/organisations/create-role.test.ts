import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';
import { makeRole, personIn } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
const role = (name: string, permissions: string[] = []) => ({ name, permissions });

test('only an owner may', async () => {
  const body = role('Night lead');
  expect(outcome(await world.anyone.post('/api/roles', body))).toEqual([401, 'unauthenticated']);
  for (const who of ['ben', 'cleo'] as const) {
    expect(outcome(await world.as[who].post('/api/roles', body))).toEqual([403, 'forbidden']);
  }
});

test('who has it may do just that, and it is journalled', async () => {
  const id = await makeRole(world, 'Planner', ['period.read', 'period.create', 'shift.read']);
  const { client } = await personIn(world, id);
  const me = (await client.get('/api/auth/me')).body;
  expect(me).toMatchObject({ role: id, role_name: 'Planner' });
  expect(me.permissions.toSorted()).toEqual(
    ['organisation.read', 'period.create', 'period.read', 'shift.read'].toSorted(),
  );
  const dates = { start_date: '2026-12-01', end_date: '2026-12-31' };
  const period = await client.post('/api/schedule-periods', { name: 'December', ...dates });
  expect(period.status).toBe(201);
  expect(outcome(await client.get('/api/users'))).toEqual([403, 'forbidden']);
  const ask = { schedule_period: period.body.id, date: '2026-12-01' };
  const times = { start_time: '06:00', end_time: '09:00' };
  expect(outcome(await client.post('/api/shifts', { ...ask, ...times }))).toEqual([
    403,
    'forbidden',
  ]);
  const made = (await world.journal()).find(({ event }) => event === 'role.created');
  expect(made).toMatchObject({
    actor_id: world.ids.ada,
    subject_id: id,
    data: { name: 'Planner', permissions: ['period.read', 'period.create', 'shift.read'] },
  });
});

describe('refused', () => {
  test.each([
    ['name', role('')],
    ['name', role('Owner')],
    ['name', role('x'.repeat(61))],
    ['permissions.0', role('King', ['role.change'])],
    ['permissions.0', role('King', ['everything'])],
    ['permissions', role('King', ['shift.read', 'shift.read'])],
    ['version', { ...role('King'), version: 7 }],
  ])('400 on %s', async (field, body) => {
    const answer = await world.as.ada.post('/api/roles', body);
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors)).toEqual([field]);
  });

  test('a name that is taken, whatever its capitals; not next door', async () => {
    await makeRole(world, 'Clerk', []);
    const again = await world.as.ada.post('/api/roles', role('CLERK'));
    expect(outcome(again)).toEqual([409, 'role_exists']);
    expect((await world.as.fay.post('/api/roles', role('Clerk'))).status).toBe(201);
  });

  test('the role of another organisation is none here', async () => {
    const theirs = (await world.as.fay.post('/api/roles', role('Theirs'))).body.id;
    const body = { email: 'x@elsewhere.example', full_name: 'X Y', role: theirs };
    const answer = await world.as.ada.post('/api/users', body);
    expect(answer).toMatchObject({ status: 400, body: { errors: { role: expect.anything() } } });
  });

  test('the fifty-first', async () => {
    const have = (await world.as.fay.get('/api/roles')).body.filter(
      (one: { built_in: boolean }) => !one.built_in,
    ).length;
    for (let number = have; number < 50; number += 1) {
      await world.as.fay.post('/api/roles', role(`Role ${number}`));
    }
    const answer = await world.as.fay.post('/api/roles', role('One more'));
    expect(outcome(answer)).toEqual([409, 'too_many_roles']);
  });
});

test('nobody adds a person who may do more than they may', async () => {
  const id = await makeRole(world, 'Greeter', ['person.add', 'person.read']);
  const auditor = await makeRole(world, 'Auditor', ['journal.read']);
  const { client } = await personIn(world, id);
  const add = (given: string) =>
    client.post('/api/users', {
      email: `${given.slice(0, 8)}@x.example`,
      full_name: 'X Y',
      role: given,
      password: 'tall grass at noon',
    });
  for (const given of ['owner', 'admin', 'member', auditor]) {
    expect(outcome(await add(given))).toEqual([403, 'role_above_own']);
  }
  expect((await add(id)).status).toBe(201);
});

test('the same name twice at once: one is made', async () => {
  const answers = await Promise.all(
    [1, 2].map(() => world.as.ada.post('/api/roles', role('Twin'))),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
});
