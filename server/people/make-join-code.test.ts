import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf, outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const make = (who: keyof World['as'], body: object = {}) =>
  world.as[who].post('/api/join-codes', body);
let number = 0;
const join = (join_code: string) => {
  number += 1;
  return world.anyone.post('/api/auth/register', {
    ...{ email: `joins-${number}@elsewhere.example`, join_code, password: 'tall grass at noon' },
    ...{ first_name: 'Nia', last_name: 'Brandt' },
  });
};

test('stranger 401, member 403; whoever has not verified their address makes none', async () => {
  expect((await world.anyone.post('/api/join-codes', {})).status).toBe(401);
  expect(outcome(await make('cleo'))).toEqual([403, 'forbidden']);
  await world.sql("UPDATE account SET email_verified_at = NULL WHERE email = 'fay@foyle.example'");
  expect(outcome(await make('fay'))).toEqual([403, 'verify_first']);
});

test('25 people for 7 days unless said; code and link are stored nowhere', async () => {
  const { status, body } = await make('ben');
  expect(status).toBe(201);
  expect(body).toMatchObject({
    ...{ uses: 0, uses_max: 25, expires_at: '2026-11-27T09:00:00Z', state: 'open' },
    ...{ code: expect.stringMatching(/^[A-HJKMNP-Z2-9]{10}$/), made_by_name: 'Ben Lindqvist' },
  });
  expect(body.link).toContain(`/register?code=${body.code}`);
  expect(await eventsOf(world, body.id)).toEqual(['join_code.made']);
  const rows = await world.sql(
    'SELECT data::text FROM journal UNION ALL SELECT c::text FROM join_code c',
  );
  expect(JSON.stringify(rows)).not.toContain(body.code);
  expect((await join(` ${body.code.toLowerCase()} `)).body.user).toMatchObject({
    ...{ role: 'member', organisation: { name: 'Harbour Care' } },
  });
});

describe('a code', () => {
  test('lets in so many and no more, however many come at once', async () => {
    const { code } = (await make('ben', { uses_max: 2 })).body;
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => join(code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 400, 400, 400]);
    const [listed] = (await world.as.ben.get('/api/join-codes')).body;
    expect(listed).toMatchObject({ uses: 2, state: 'used_up' });
  });

  test('whoever is in already uses nothing up', async () => {
    const { code } = (await make('ben', { uses_max: 1 })).body;
    const again = await world.anyone.post('/api/auth/register', {
      ...{ email: 'cleo@harbour.example', join_code: code, password: 'harbour-lantern-42' },
      ...{ first_name: 'Cleo', last_name: 'Marsh' },
    });
    expect(Object.keys(again.body.errors)).toEqual(['email']);
    expect((await join(code)).status).toBe(201);
  });
});

test.each([
  ['uses_max', { uses_max: 0 }],
  ['uses_max', { uses_max: 1001 }],
  ['days', { days: 366 }],
  ['role', { role: 'admin' }],
])('400 on %s: %o', async (field, body) => {
  const answer = await make('ben', body);
  expect(answer.status).toBe(400);
  expect(Object.keys(answer.body.errors)).toEqual([field]);
});

test('a code ends when it ends', async () => {
  const { code } = (await make('ben', { days: 1 })).body;
  world.clock.advance({ hours: 24 });
  expect(Object.keys((await join(code)).body.errors)).toEqual(['join_code']);
});
