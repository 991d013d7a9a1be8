import { expect, test } from 'vitest';
import { openWorld } from '../testing/open-world.ts';
import { register } from './testing.ts';

test('tells a stranger whether there is anything yet, and nothing else', async () => {
  const world = await openWorld({ empty: true });
  expect((await world.anyone.get('/api/setup')).body).toEqual({
    empty: true,
    needs_setup_token: false,
    signup_open: true,
    mailbox: true,
    demo_logins: [],
  });
  await register(world);
  expect((await world.anyone.get('/api/setup')).body).toMatchObject({ empty: false });
});

test('outside, with open sign-up', async () => {
  const world = await openWorld({ config: { local: false, openSignup: true } });
  expect((await world.anyone.get('/api/setup')).body).toMatchObject({
    needs_setup_token: false,
    signup_open: true,
    mailbox: false,
  });
  expect((await register(world)).status).toBe(201);
});
