import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import {
  eventsAbout,
  freshEmail,
  goodPassword,
  harbourCode,
  holding,
  logIn,
  mailedToken,
  mailedTokens,
  mailsTo,
  refresh,
  register,
} from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const newPassword = 'rivers bend twice';
const refused = { status: 400, body: { errors: { token: [expect.any(String)] } } };

const confirm = (token: string, more: Record<string, unknown> = {}) =>
  world.anyone.post('/api/auth/password-reset-confirm', { token, password: newPassword, ...more });

async function askedBy(email: string): Promise<string> {
  await world.anyone.post('/api/auth/password-reset', { email });
  return mailedToken(world, 'reset-password', email);
}

test('sets the password, ends every session everywhere, and tells', async () => {
  const email = freshEmail();
  const here = await register(world, { email });
  const there = await register(world, { email, join_code: await harbourCode(world) });
  expect((await holding(world, here).get('/api/auth/me')).status).toBe(200);
  const answer = await confirm(await askedBy(email), { password_confirm: newPassword });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('set-cookie')).not.toContain('callboard_refresh');
  expect(Object.keys(answer.body)).toEqual(['message']);

  for (const session of [here, there]) {
    expect((await holding(world, session).get('/api/auth/me')).status).toBe(401);
    expect((await refresh(world, session.body.tokens.refresh)).status).toBe(401);
    expect(await eventsAbout(world, session.body.user.id)).toContain('password.changed');
  }
  expect((await logIn(world, email, goodPassword)).status).toBe(401);
  const again = await logIn(world, email, newPassword);
  expect(again.body.user.is_email_verified).toBe(true);
  expect(await mailsTo(world, email)).toEqual([
    'verify-email',
    'reset-password',
    'password-changed',
  ]);
});

test('a node that remembers the sessions forgets them too', async () => {
  const node = await world.anotherNode();
  const answer = await register(world);
  const headers = { authorization: `Bearer ${answer.body.tokens.access}` };
  const there = async () => (await fetch(`${node.origin}/api/auth/me`, { headers })).status;
  expect(await there()).toBe(200);
  await confirm(await askedBy(answer.body.user.email));
  await expect.poll(there, { interval: 20 }).toBe(401);
});

describe('the token', () => {
  test('is good once', async () => {
    const token = await askedBy((await register(world)).body.user.email);
    expect((await confirm(token)).status).toBe(200);
    expect(await confirm(token)).toMatchObject(refused);
  });

  test('of two at once, one wins', async () => {
    const { email } = (await register(world)).body.user;
    const token = await askedBy(email);
    const passwords = ['rivers bend twice', 'lanterns hum low'];
    const answers = await Promise.all(passwords.map((password) => confirm(token, { password })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    const winner = passwords[answers.findIndex(({ status }) => status === 200)] ?? '';
    expect((await logIn(world, email, winner)).status).toBe(200);
  });

  test('is good for 24 hours', async () => {
    const { email } = (await register(world)).body.user;
    const token = await askedBy(email);
    world.clock.advance({ hours: 24, seconds: 1 });
    expect(await confirm(token)).toMatchObject(refused);
    expect((await logIn(world, email)).status).toBe(200);
  });

  test('is void when a newer one was sent', async () => {
    const { email } = (await register(world)).body.user;
    await askedBy(email);
    world.clock.advance({ minutes: 2 });
    await askedBy(email);
    const [first = '', second = ''] = await mailedTokens(world, 'reset-password', email);
    expect(await confirm(first)).toMatchObject(refused);
    expect((await confirm(second)).status).toBe(200);
  });

  test('can not be guessed, nor be one for another purpose', async () => {
    const { email } = (await register(world)).body.user;
    for (const wrong of [await mailedToken(world, 'verify-email', email), 'x', 'A'.repeat(54)]) {
      expect(await confirm(wrong)).toMatchObject(refused);
    }
  });
});

test('a bad new password uses nothing up', async () => {
  const { email } = (await register(world)).body.user;
  const token = await askedBy(email);
  for (const [field, more] of [
    ['password', { password: 'Password123' }],
    ['password', { password: 'nia-brandt-1' }],
    ['password', { password: 'short' }],
    ['password_confirm', { password_confirm: 'another one' }],
  ] as const) {
    const answer = await confirm(token, more);
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors)).toEqual([field]);
  }
  expect((await confirm(token)).status).toBe(200);
});

test('a log-in with the old password at the same moment does not outlive it', async () => {
  const { email } = (await register(world)).body.user;
  const token = await askedBy(email);
  const [, ...logIns] = await Promise.all([
    confirm(token),
    ...Array.from({ length: 8 }, () => logIn(world, email)),
  ]);
  for (const answer of logIns.filter(({ status }) => status === 200)) {
    expect((await holding(world, answer).get('/api/auth/me')).status).toBe(401);
  }
});
