import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { freshEmail, logIn, mailedToken, register } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const password = 'rivers bend twice';
const reset = (token: string) =>
  world.anyone.post(`/api/reset-password/${token}/`, { password, password_confirm: password });

test('sets the password with the token of the mail, once', async () => {
  const email = freshEmail();
  await register(world, { email });
  await world.anyone.post('/api/forgot-password/', { email });
  const token = await mailedToken(world, 'reset-password', email);
  const answers = await Promise.all([reset(token), reset(token)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  expect((await logIn(world, email, password)).status).toBe(200);
});

test('a token that is none: 400 on it', async () => {
  const answer = await reset('nonsense');
  expect([answer.status, Object.keys(answer.body.errors)]).toEqual([400, ['token']]);
});
