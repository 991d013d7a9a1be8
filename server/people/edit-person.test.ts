import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf, outcome } from '../testing/rota-steps.ts';
import { change, lastEntry } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('stranger 401, member 403, another organisation 404; nothing is written', async () => {
  const path = `/api/users/${world.ids.cleo}`;
  expect((await world.anyone.patch(path, { first_name: 'X' })).status).toBe(401);
  expect(outcome(await change(world, 'cleo', 'cleo', { first_name: 'X' }))).toEqual([
    403,
    'forbidden',
  ]);
  expect(outcome(await change(world, 'fay', 'cleo', { first_name: 'X' }))).toEqual([
    404,
    'not_found',
  ]);
  expect(await eventsOf(world, world.ids.cleo)).not.toContain('person.updated');
});

test('changes what is given, and the journal has before and after', async () => {
  const answer = await change(world, 'ben', 'cleo', {
    ...{ last_name: 'Marsh-Reyes', phone_number: '0044 20 7946 0000' },
    ...{ weekly_hours_limit: 24, daily_hours_limit: 8, rest_hours_min: 11 },
  });
  expect(answer).toMatchObject({
    status: 200,
    body: {
      ...{ full_name: 'Cleo Marsh-Reyes', phone_number: '+442079460000', phone_verified: false },
      ...{ weekly_hours_limit: 24, daily_hours_limit: 8, rest_hours_min: 11, version: 2 },
    },
  });
  expect(await lastEntry(world)).toMatchObject({
    event: 'person.updated',
    actor_id: world.ids.ben,
    data: {
      changes: {
        ...{ last_name: ['Marsh', 'Marsh-Reyes'], phone_number: [null, '+442079460000'] },
        ...{ weekly_limit_minutes: [2400, 1440], daily_limit_minutes: [null, 480] },
      },
    },
  });
  const cleared = await change(world, 'ben', 'cleo', { phone_number: '', daily_hours_limit: 0 });
  expect(cleared.body).toMatchObject({ phone_number: null, daily_hours_limit: null, version: 3 });
});

test('what does not change is no event and no version', async () => {
  const before = (await world.journal()).length;
  const answer = await change(world, 'ben', 'dev', { first_name: 'Dev', role: 'member' });
  expect(answer.body.version).toBe(1);
  expect(await world.journal()).toHaveLength(before);
});

test('of two who read the same, the second is told: 412', async () => {
  const read = { 'if-match': '"1"' };
  expect((await change(world, 'ben', 'dev', { first_name: 'Devan' }, read)).status).toBe(200);
  const late = await change(world, 'ada', 'dev', { first_name: 'Devin' }, read);
  expect(outcome(late)).toEqual([412, 'version_stale']);
});

describe('the role', () => {
  test('counts from the next request on, on every node', async () => {
    const node = await world.anotherNode();
    expect((await world.as.dev.get('/api/users')).status).toBe(403);
    expect((await change(world, 'ben', 'dev', { role: 'admin' })).body.role_name).toBe('Admin');
    expect((await world.as.dev.get('/api/users')).status).toBe(200);
    await change(world, 'ben', 'dev', { role: 'member' });
    expect((await world.as.dev.get('/api/users')).status).toBe(403);
    await node.program.server.close();
  });

  test('nobody gives more than they have, nor changes who has more', async () => {
    for (const [whom, body] of [
      ['cleo', { role: 'owner' }],
      ['ben', { role: 'owner' }],
      ['ada', { role: 'member' }],
      ['ada', { first_name: 'Adah' }],
    ] as const) {
      expect(outcome(await change(world, 'ben', whom, body))).toEqual([403, 'role_above_own']);
    }
  });

  test('the last owner stays one; with a second one they may go, one at a time', async () => {
    expect(outcome(await change(world, 'ada', 'ada', { role: 'admin' }))).toEqual([
      409,
      'last_owner',
    ]);
    expect((await change(world, 'ada', 'ben', { role: 'owner' })).status).toBe(200);
    const both = await Promise.all([
      change(world, 'ada', 'ben', { role: 'admin' }),
      change(world, 'ben', 'ada', { role: 'admin' }),
    ]);
    expect(both.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    await world.sql("UPDATE person SET role = 'owner' WHERE id = $1", [world.ids.ada]);
  });

  test('400 on a role that the organisation has not', async () => {
    const answer = await change(world, 'ada', 'cleo', {
      role: '01a1f000-0000-7000-8000-000000000000',
    });
    expect(Object.keys(answer.body.errors)).toEqual(['role']);
  });
});

test.each([
  ['phone_number', { phone_number: '020 7946 0000' }],
  ['phone_number', { phone_number: 'call me' }],
  ['first_name', { first_name: ' ' }],
  ['weekly_hours_limit', { weekly_hours_limit: 0 }],
  ['daily_hours_limit', { daily_hours_limit: 25 }],
  ['email', { email: 'x@y.example' }],
  ['is_active', { is_active: false }],
  ['role', { role: 'king' }],
])('400 on %s: %o', async (field, body) => {
  const answer = await change(world, 'ada', 'eli', body);
  expect(answer.status).toBe(400);
  expect(Object.keys(answer.body.errors)).toEqual([field]);
});
