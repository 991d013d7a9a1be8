import { beforeAll, expect, test } from 'vitest';
import { clientOf } from '../testing/client.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { cookieOf, eventsAbout, holding, logIn, refresh, register } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('a stranger is asked to log in', async () => {
  expect((await world.anyone.post('/api/auth/logout', {})).status).toBe(401);
});

test('ends this session at once, and no other', async () => {
  const first = await register(world);
  const { id, email } = first.body.user;
  const second = await logIn(world, email);
  const client = holding(world, first);
  expect((await client.get('/api/auth/me')).status).toBe(200);

  const answer = await client.post('/api/auth/logout', {});
  expect(answer.status).toBe(200);
  expect(cookieOf(answer).value).toBe('');
  expect((await client.get('/api/auth/me')).status).toBe(401);
  expect((await refresh(world, first.body.tokens.refresh)).status).toBe(401);
  expect((await holding(world, second).get('/api/auth/me')).status).toBe(200);
  expect(await eventsAbout(world, id)).toEqual([
    'person.registered',
    'session.started',
    'session.started',
    'session.ended',
  ]);
});

test('twice at once ends it once', async () => {
  const answer = await register(world);
  const client = holding(world, answer);
  const answers = await Promise.all([1, 2].map(() => client.post('/api/auth/logout', {})));
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
  const events = await eventsAbout(world, answer.body.user.id);
  expect(events.filter((event) => event === 'session.ended')).toHaveLength(1);
});

test('another node knows, too', async () => {
  const node = await world.anotherNode();
  const answer = await register(world);
  const there = clientOf(node.origin, async () => answer.body.tokens.access);
  expect((await there.get('/api/auth/me')).status).toBe(200);
  await holding(world, answer).post('/api/auth/logout', {});
  // The clock stands still here, so the relay has to tell it, behind what other tests have open.
  await expect
    .poll(async () => (await there.get('/api/auth/me')).status, { interval: 20 })
    .toBe(401);
});
