import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import {
  eventsAbout,
  freshEmail,
  harbourCode,
  holding,
  mailedToken,
  mailedTokens,
  register,
} from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const verify = (token: string) => world.anyone.post('/api/auth/verify-email', { token });
const refused = { status: 400, body: { errors: { token: [expect.any(String)] } } };

test('confirms the address; the link opened again says so again', async () => {
  const answer = await register(world);
  const { id, email } = answer.body.user;
  const client = holding(world, answer);
  expect((await client.get('/api/auth/me')).body.is_email_verified).toBe(false);
  const token = await mailedToken(world, 'verify-email', email);
  expect((await verify(token)).status).toBe(200);
  expect((await client.get('/api/auth/me')).body.is_email_verified).toBe(true);
  expect((await verify(token)).status).toBe(200);
  const events = await eventsAbout(world, id);
  expect(events.filter((event) => event === 'email.verified')).toHaveLength(1);
});

test('twice at once confirms once', async () => {
  const { id, email } = (await register(world)).body.user;
  const token = await mailedToken(world, 'verify-email', email);
  const answers = await Promise.all([verify(token), verify(token)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const events = await eventsAbout(world, id);
  expect(events.filter((event) => event === 'email.verified')).toHaveLength(1);
});

test('is told to every organisation of the account', async () => {
  const email = freshEmail();
  const here = (await register(world, { email })).body.user.id;
  const there = (await register(world, { email, join_code: await harbourCode(world) })).body.user;
  await verify(await mailedToken(world, 'verify-email', email));
  expect(await eventsAbout(world, here)).toContain('email.verified');
  expect(await eventsAbout(world, there.id)).toContain('email.verified');
});

describe('refused', () => {
  test('after seven days', async () => {
    const { email } = (await register(world)).body.user;
    const token = await mailedToken(world, 'verify-email', email);
    world.clock.advance({ hours: 7 * 24, seconds: 1 });
    expect(await verify(token)).toMatchObject(refused);
  });

  test('when a newer one was sent', async () => {
    const answer = await register(world);
    const { email } = answer.body.user;
    world.clock.advance({ minutes: 2 });
    await holding(world, answer).post('/api/auth/resend-verification', {});
    const [first = '', second = ''] = await mailedTokens(world, 'verify-email', email);
    expect(await verify(first)).toMatchObject(refused);
    expect((await verify(second)).status).toBe(200);
  });

  test('guessed, changed, or made for another purpose', async () => {
    const { email } = (await register(world)).body.user;
    await world.anyone.post('/api/auth/password-reset', { email });
    const token = await mailedToken(world, 'verify-email', email);
    const other = await mailedToken(world, 'reset-password', email);
    const changed = `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`;
    for (const wrong of [changed, other, 'x', `${token}AAAA`]) {
      expect(await verify(wrong)).toMatchObject(refused);
    }
    expect((await verify(token)).status).toBe(200);
  });
});
