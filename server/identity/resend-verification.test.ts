import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsAbout, holding, mailsTo, register, verify } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const resend = (client: ReturnType<typeof holding>) =>
  client.post('/api/auth/resend-verification', {});

test('a stranger is asked to log in', async () => {
  expect((await resend(world.anyone)).status).toBe(401);
});

test('sends another link, at most one a minute', async () => {
  const answer = await register(world);
  const { id, email } = answer.body.user;
  const client = holding(world, answer);
  expect((await resend(client)).status).toBe(200);
  expect(await mailsTo(world, email)).toHaveLength(1);
  world.clock.advance({ minutes: 1, seconds: 1 });
  await Promise.all([resend(client), resend(client), resend(client)]);
  expect(await mailsTo(world, email)).toEqual(['verify-email', 'verify-email']);
  const events = await eventsAbout(world, id);
  expect(events.filter((event) => event === 'verification.requested')).toHaveLength(1);
});

test('409 when it is verified already', async () => {
  const answer = await register(world);
  await verify(world, answer.body.user.email);
  expect(await resend(holding(world, answer))).toMatchObject({
    status: 409,
    body: { code: 'already_verified' },
  });
});
