import { hash } from '@node-rs/argon2';
import { beforeAll, describe, expect, test } from 'vitest';
import { cpuOf } from '../testing/cpu-of.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import {
  cookieOf,
  eventsAbout,
  forgetAllTries,
  freshEmail,
  goodPassword,
  harbourCode,
  holding,
  logIn,
  register,
} from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const demo = 'harbour-lantern-42';

test('starts a session of its own each time', async () => {
  const [one, two] = await Promise.all([
    logIn(world, 'Cleo@Harbour.Example', demo),
    logIn(world, 'cleo@harbour.example', demo),
  ]);
  expect(one.status).toBe(200);
  expect(one.body.message).toBe('Welcome back, Cleo.');
  expect(one.body.user).toMatchObject({ id: world.ids.cleo, role: 'member' });
  expect(one.body.user.permissions).toContain('shift.ask');
  expect(one.body.user.permissions).not.toContain('shift.decide');
  expect(cookieOf(one).value).toBe(one.body.tokens.refresh);
  expect(one.body.tokens.refresh).not.toBe(two.body.tokens.refresh);
  expect(await eventsAbout(world, world.ids.cleo)).toEqual(['session.started', 'session.started']);
  const sessions = (await world.journal()).map(({ data }) => data.session);
  expect(new Set(sessions).size).toBe(sessions.length);
});

describe('wrong credentials', () => {
  test('an unknown address and a wrong password are answered the same', async () => {
    const unknown = await logIn(world, 'nobody@harbour.example', demo);
    const wrong = await logIn(world, 'ada@harbour.example', `${demo}.`);
    expect(unknown).toMatchObject({ status: 401, body: { code: 'wrong_credentials' } });
    const { request_id: _one, ...first } = unknown.body;
    const { request_id: _two, ...second } = wrong.body;
    expect(first).toEqual(second);
    expect(unknown.headers.get('set-cookie')).toBeNull();
  });

  test('and cost the same work', async () => {
    const costOf = (email: string) => cpuOf(() => logIn(world, email, 'not the password'));
    const differences: number[] = [];
    for (let run = 0; run < 25; run += 1) {
      if (run % 5 === 0) {
        await forgetAllTries(world);
        await costOf('warm@harbour.example');
      }
      const known = await costOf('ada@harbour.example');
      differences.push(known - (await costOf('nobody@harbour.example')));
    }
    const median = differences.sort((a, b) => a - b)[12] ?? 0;
    expect(Math.abs(median)).toBeLessThan(10);
  });

  test('deactivated everywhere is a wrong password', async () => {
    const answer = await register(world, { join_code: await harbourCode(world) });
    const { id, email } = answer.body.user;
    await world.sql('UPDATE person SET active = false WHERE id = $1', [id]);
    expect(await logIn(world, email)).toMatchObject({
      status: 401,
      body: { code: 'wrong_credentials' },
    });
  });

  test.each([
    ["' OR 1=1 --", "' OR '1'='1"],
    ['ada@harbour.example', "'; DROP TABLE account; --"],
    ['ada@harbour.example\u202e', demo],
    ['аda@harbour.example', demo],
  ])('%s', async (email, password) => {
    expect((await logIn(world, email, password)).status).toBe(401);
  });

  test.each([
    { email: 'a\0@harbour.example', password: demo },
    { email: 'x'.repeat(300), password: demo },
    { email: ['ada@harbour.example'], password: demo },
    { email: { $gt: '' }, password: demo },
    { email: 'ada@harbour.example', password: 'x'.repeat(10_000) },
    { email: 'ada@harbour.example' },
  ])('400: %o', async (body) => {
    expect((await world.anyone.post('/api/auth/login', body)).status).toBe(400);
  });
});

describe('an account of two organisations', () => {
  test('goes to the one used last, or the one named', async () => {
    const email = freshEmail();
    const own = (await register(world, { email, organisation_name: 'Two Piers' })).body.user;
    world.clock.advance({ seconds: 1 });
    await register(world, { email, join_code: await harbourCode(world) });
    world.clock.advance({ seconds: 1 });
    const where = async (more = {}) =>
      (await logIn(world, email, goodPassword, more)).body.user.organisation.slug;
    expect(await where()).toBe('harbour-care');
    world.clock.advance({ seconds: 1 });
    expect(await where({ organisation: own.organisation.slug })).toBe('two-piers');
    world.clock.advance({ seconds: 1 });
    expect(await where()).toBe('two-piers');
  });

  test('one that is not theirs is refused like one that does not exist', async () => {
    const answers = await Promise.all(
      ['foyle-street', 'nowhere'].map((organisation) =>
        logIn(world, 'dev@harbour.example', demo, { organisation }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([400, 400]);
    expect(answers[0]?.body.errors).toEqual(answers[1]?.body.errors);
    const wrong = await logIn(world, 'dev@harbour.example', 'wrong', { organisation: 'nowhere' });
    expect(wrong.status).toBe(401);
  });
});

test('a hash with weaker parameters is made anew', async () => {
  const weak = await hash(demo, { memoryCost: 4_096, timeCost: 1, parallelism: 1 });
  const email = 'eli@harbour.example';
  await world.sql('UPDATE account SET password_hash = $1 WHERE email = $2', [weak, email]);
  expect((await logIn(world, email, demo)).status).toBe(200);
  const [row] = await world.sql<{ password_hash: string }>(
    'SELECT password_hash FROM account WHERE email = $1',
    [email],
  );
  expect(row?.password_hash).toContain('m=19456,t=2,p=1');
  expect((await logIn(world, email, demo)).status).toBe(200);
});

test('a token in the address logs nobody in', async () => {
  const answer = await logIn(world, 'ben@harbour.example', demo);
  const { access } = answer.body.tokens;
  expect((await world.anyone.get(`/api/auth/me?access_token=${access}`)).status).toBe(401);
  expect((await holding(world, answer).get('/api/auth/me')).status).toBe(200);
});
