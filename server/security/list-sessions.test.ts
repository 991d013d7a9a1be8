import { beforeAll, expect, test } from 'vitest';
import { harbourCode, logIn } from '../identity/testing.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { again, someone } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('a stranger is asked to log in', async () => {
  expect((await world.anyone.get('/api/auth/sessions')).status).toBe(401);
});

test('mine, with device, address and times; this one is marked, the one used last comes first', async () => {
  const nia = await someone(world);
  world.clock.advance({ minutes: 10 });
  const body = { email: nia.email, password: 'tall grass at noon' };
  const phone = await world.anyone.post('/api/auth/login', body, { 'user-agent': 'Nia phone' });
  expect(phone.status).toBe(200);
  const { body: sessions } = await nia.client.get('/api/auth/sessions');
  expect(sessions).toMatchObject([
    { user_agent: expect.stringContaining('phone'), current: false, address: '127.0.0.1' },
    { current: true, organisation: 'Quayside', started_at: '2026-11-20T09:00:00Z' },
  ]);
  expect(sessions[1].used_at).toBe('2026-11-20T09:00:00Z');
  expect(sessions[1].ends_at).toBe('2026-12-20T09:00:00Z');
  expect(JSON.stringify(sessions)).not.toMatch(/hash|token/);
});

test('of every organisation, and nobody else’s', async () => {
  const nia = await someone(world);
  const join_code = await harbourCode(world);
  await someone(world, { email: nia.email, join_code });
  const { body: sessions } = await nia.client.get('/api/auth/sessions');
  const organisations = sessions.map((one: { organisation: string }) => one.organisation);
  expect(organisations.sort()).toEqual(['Harbour Care', 'Quayside']);
});

test('ended, expired and idle ones are not shown', async () => {
  const nia = await someone(world);
  const other = await again(world, nia);
  await other.client.post('/api/auth/logout', {});
  expect((await nia.client.get('/api/auth/sessions')).body).toHaveLength(1);
  world.clock.advance({ hours: 14 * 24, seconds: 1 });
  const fresh = await logIn(world, nia.email);
  const { body } = await world.anyone.get('/api/auth/sessions', {
    authorization: `Bearer ${fresh.body.tokens.access}`,
  });
  expect(body).toMatchObject([{ current: true }]);
});
