import { beforeAll, expect, test } from 'vitest';
import { freshEmail, logIn, mailedToken, verify } from '../../identity/testing.ts';
import { openWorld, type World } from '../../testing/open-world.ts';
import { someone } from '../testing.ts';

/** S-048 for the links there are (the links of the crew come with it), and S-012’s other half: the log. */
let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('S-048 the link of a mail: 128 bits and more, one purpose, and opening it does nothing', async () => {
  const nia = await someone(world);
  const token = await mailedToken(world, 'verify-email', nia.email);
  expect(Buffer.from(token, 'base64url').length - 16).toBeGreaterThanOrEqual(16);
  const verified = async () => (await nia.client.get('/api/auth/me')).body.is_email_verified;
  for (const method of ['GET', 'HEAD']) {
    await world.anyone.send(method, `/verify-email?token=${token}`, {});
    const called = await world.anyone.send(method, `/api/auth/verify-email?token=${token}`, {});
    expect([404, 405]).toContain(called.status);
  }
  expect(await verified()).toBe(false);
  const misused = { token, password: 'seven boats in the fog' };
  expect((await world.anyone.post('/api/auth/password-reset-confirm', misused)).status).toBe(400);
  await verify(world, nia.email);
  expect(await verified()).toBe(true);
});

test('S-048 the address of a calendar: 192 bits, only for reading, gone when revoked', async () => {
  const { url } = (await world.as.cleo.post('/api/calendar/feed')).body;
  const path = new URL(url).pathname;
  const [, secret = ''] = /\.([\w-]{32})/.exec(path) ?? [];
  expect(Buffer.from(secret, 'base64url').length * 8).toBeGreaterThanOrEqual(128);
  expect((await world.anyone.get(path)).status).toBe(200);
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    expect([404, 405]).toContain((await world.anyone.send(method, path, {})).status);
  }
  await world.as.cleo.delete('/api/calendar/feed');
  expect((await world.anyone.get(path)).status).toBe(404);
});

test('a password that nobody has set lets nobody in', async () => {
  const email = freshEmail();
  await world.as.ada.post('/api/users', { email, full_name: 'Nia Brandt' });
  for (const password of ['null', 'undefined', ' ', 'seven boats in the fog']) {
    expect((await logIn(world, email, password)).status).toBe(401);
  }
});
