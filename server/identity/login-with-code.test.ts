import { generate } from 'otplib';
import { beforeAll, describe, expect, test } from 'vitest';
import { write } from '../platform/app.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { newRecoveryCodes, newSecret } from './second-factor.ts';
import { confirmSecret, keepRecoveryCodes, keepSecret } from './second-factor-store.ts';
import { cookieOf, eventsAbout, holding, logIn, register } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const codeOf = (secret: string, stepsAhead = 0) =>
  generate({ secret, epoch: world.clock.now().epochMilliseconds / 1_000 + stepsAhead * 30 });

/** Someone whose second factor is on; the step of its code is used. */
async function withFactor() {
  const { id, email, organisation } = (await register(world)).body.user;
  const { app } = world.program;
  const secret = newSecret();
  const codes = newRecoveryCodes();
  const [{ account_id: account } = { account_id: '' }] = await world.sql<{ account_id: string }>(
    'SELECT account_id FROM person WHERE id = $1',
    [id],
  );
  await write(app, { ...organisation, timeZone: 'UTC' }, {}, async (tx) => {
    await keepSecret(tx, app.secrets, account, secret);
    await confirmSecret(tx, app.secrets, account, await codeOf(secret, -1));
    await keepRecoveryCodes(tx, app.secrets, account, codes);
  });
  return { id, email, secret, codes };
}
const challengeOf = async (email: string) => (await logIn(world, email)).body.challenge as string;
const answer = (challenge: string, code: string) =>
  world.anyone.post('/api/auth/login/code', { challenge, code });

test('the password alone gives a challenge and no session; a code of the app finishes', async () => {
  const { id, email, secret } = await withFactor();
  const asked = await logIn(world, email);
  expect(asked).toMatchObject({ status: 401, body: { code: 'second_factor_needed' } });
  expect(asked.headers.get('set-cookie')).toBeNull();
  expect(await eventsAbout(world, id)).toEqual(['person.registered', 'session.started']);
  const done = await answer(asked.body.challenge, await codeOf(secret));
  expect(done).toMatchObject({ status: 200, body: { user: { id } } });
  expect(cookieOf(done).value).toBe(done.body.tokens.refresh);
  expect((await holding(world, done).get('/api/auth/me')).status).toBe(200);
  expect((await eventsAbout(world, id)).at(-1)).toBe('session.started');
});

test('a challenge is no access token, and nothing else is a challenge', async () => {
  const { email, secret } = await withFactor();
  const challenge = await challengeOf(email);
  const me = await world.anyone.get('/api/auth/me', { authorization: `Bearer ${challenge}` });
  expect(me.status).toBe(401);
  const { access } = (await register(world)).body.tokens;
  for (const wrong of [access, 'x', `${challenge}x`]) {
    expect(await answer(wrong, await codeOf(secret))).toMatchObject({
      status: 401,
      body: { code: 'challenge_ended' },
    });
  }
});

test('a challenge ends after five minutes', async () => {
  const { email, secret } = await withFactor();
  const challenge = await challengeOf(email);
  world.clock.advance({ minutes: 5 });
  expect((await answer(challenge, await codeOf(secret))).body.code).toBe('challenge_ended');
});

test('a challenge ends with the password it was made for', async () => {
  const { email, secret } = await withFactor();
  const challenge = await challengeOf(email);
  await world.sql('UPDATE account SET password_hash = NULL WHERE email = $1', [email]);
  expect((await answer(challenge, await codeOf(secret))).body.code).toBe('challenge_ended');
});

describe('a code', () => {
  test('of the step before or after counts, further away it does not', async () => {
    const { email, secret } = await withFactor();
    world.clock.advance({ minutes: 2 });
    const challenge = await challengeOf(email);
    for (const steps of [-2, 2]) {
      const refused = await answer(challenge, await codeOf(secret, steps));
      expect(refused).toMatchObject({ status: 401, body: { code: 'wrong_code' } });
    }
    for (const steps of [-1, 0, 1]) {
      expect((await answer(challenge, await codeOf(secret, steps))).status).toBe(200);
    }
  });

  test('twice at once lets in once', async () => {
    const { email, secret } = await withFactor();
    const challenge = await challengeOf(email);
    const code = await codeOf(secret);
    const answers = await Promise.all([1, 2, 3].map(() => answer(challenge, code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
  });

  test('for recovery counts once, however it is typed, and is journalled', async () => {
    const { id, email, codes } = await withFactor();
    const [code = ''] = codes;
    const challenge = await challengeOf(email);
    const typed = ` ${code.toLowerCase().replace('-', ' ')} `;
    expect((await answer(challenge, typed)).status).toBe(200);
    expect((await answer(challenge, code)).body.code).toBe('wrong_code');
    expect(await eventsAbout(world, id)).toContain('recovery_code.used');
  });
});

test('after five wrong codes the right one has to wait, but not on a known device', async () => {
  const { email, secret } = await withFactor();
  const challenge = await challengeOf(email);
  const entered = await answer(challenge, await codeOf(secret));
  const cookies = entered.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  world.clock.advance({ seconds: 30 });
  for (let i = 0; i < 5; i += 1) {
    expect((await answer(challenge, `00000${i}`)).status).toBe(401);
  }
  const refused = await answer(challenge, await codeOf(secret));
  expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_tries' } });
  expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(900);
  const body = { challenge, code: await codeOf(secret) };
  const known = { cookie: cookies.join('; ') };
  expect((await world.anyone.post('/api/auth/login/code', body, known)).status).toBe(200);
});
