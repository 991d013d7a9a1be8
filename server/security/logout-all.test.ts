import { beforeAll, expect, test } from 'vitest';
import { cookieOf, eventsAbout, harbourCode } from '../identity/testing.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { again, someone, statusOf } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('a stranger is asked to log in', async () => {
  expect((await world.anyone.post('/api/auth/logout-all', {})).status).toBe(401);
});

test('ends all of mine in every organisation, and nobody else’s', async () => {
  const nia = await someone(world);
  const other = await again(world, nia);
  const there = await someone(world, { email: nia.email, join_code: await harbourCode(world) });
  const stranger = await someone(world);
  const answer = await nia.client.post('/api/auth/logout-all', {});
  expect(answer).toMatchObject({ status: 200, body: { sessions_ended: 3 } });
  expect(cookieOf(answer).value).toBe('');
  for (const { client } of [nia, other, there]) expect(await statusOf(client)).toBe(401);
  expect(await statusOf(stranger.client)).toBe(200);
  expect((await eventsAbout(world, there.id)).at(-1)).toBe('session.ended');
  const ends = (await eventsAbout(world, nia.id)).filter((event) => event === 'session.ended');
  expect(ends).toHaveLength(2);
});

test('spares this one if asked', async () => {
  const nia = await someone(world);
  const other = await again(world, nia);
  const answer = await nia.client.post('/api/auth/logout-all', { keep_this: true });
  expect(answer.body.sessions_ended).toBe(1);
  expect(answer.headers.get('set-cookie')).toBeNull();
  expect(await statusOf(other.client)).toBe(401);
  expect(await statusOf(nia.client)).toBe(200);
});

test('twice at once each session ends once', async () => {
  const nia = await someone(world);
  await again(world, nia);
  const body = { keep_this: true };
  const answers = await Promise.all(
    [1, 2].map(() => nia.client.post('/api/auth/logout-all', body)),
  );
  expect(answers.map(({ body }) => body.sessions_ended).sort()).toEqual([0, 1]);
});
