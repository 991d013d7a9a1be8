import { beforeAll, describe, expect, test } from 'vitest';
import {
  eventsAbout,
  goodPassword,
  harbourCode,
  logIn,
  mailsTo,
  refresh,
} from '../identity/testing.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { openEar } from '../testing/socket.ts';
import { again, someone, statusOf } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const next = 'a lantern on the quay';
const change = (who: Awaited<ReturnType<typeof someone>>, body: object) =>
  who.client.post('/api/auth/change-password', body);
const right = { password_current: goodPassword, password: next };

test('a stranger is asked to log in', async () => {
  expect((await world.anyone.post('/api/auth/change-password', right)).status).toBe(401);
});

describe('refused, and the old one stays', () => {
  test.each([
    ['without the current one', { password: next }, 400],
    ['with a wrong current one', { ...right, password_current: 'wrong' }, 403],
    ['with a short new one', { ...right, password: 'short' }, 400],
    ['with a common new one', { ...right, password: 'password1234' }, 400],
    ['with the name in it', { ...right, password: 'nia brandt 1' }, 400],
    ['with another one below', { ...right, password_confirm: 'another one here' }, 400],
  ])('%s', async (_, body, status) => {
    const nia = await someone(world);
    expect((await change(nia, body)).status).toBe(status);
    expect((await logIn(world, nia.email)).status).toBe(200);
  });
});

test('sets it, tells by mail, ends the other sessions everywhere and keeps this one', async () => {
  const nia = await someone(world);
  const other = await again(world, nia);
  const there = await someone(world, { email: nia.email, join_code: await harbourCode(world) });
  const ear = await openEar(world);
  ear.say({ type: 'authenticate', token: nia.answer.body.tokens.access });
  await ear.hears(({ type }) => type === 'ready');
  expect(await change(nia, right)).toMatchObject({ status: 200 });
  expect(await statusOf(nia.client)).toBe(200);
  expect((await refresh(world, nia.answer.body.tokens.refresh)).status).toBe(200);
  for (const { client } of [other, there]) expect(await statusOf(client)).toBe(401);
  expect((await logIn(world, nia.email)).status).toBe(401);
  expect((await logIn(world, nia.email, next)).status).toBe(200);
  expect(await mailsTo(world, nia.email)).toEqual(['verify-email', 'password-replaced']);
  expect(await eventsAbout(world, there.id)).toContain('password.changed');
  ear.say({ type: 'ping' });
  await ear.hears(({ type }) => type === 'pong');
  ear.close();
});

test('keeps the others if asked', async () => {
  const nia = await someone(world);
  const other = await again(world, nia);
  await change(nia, { ...right, keep_other_sessions: true });
  expect(await statusOf(other.client)).toBe(200);
  expect(await eventsAbout(world, nia.id)).not.toContain('session.ended');
});

test('twice at once one wins', async () => {
  const nia = await someone(world);
  const answers = await Promise.all([
    change(nia, right),
    change(nia, { ...right, password: 'seven boats in the fog' }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
});
