import { beforeAll, expect, test } from 'vitest';
import { eventsAbout, harbourCode } from '../identity/testing.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { again, someone, statusOf } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('a stranger, a member and another organisation are refused', async () => {
  const path = `/api/users/${world.ids.eli}/logout-all`;
  expect((await world.anyone.post(path)).status).toBe(401);
  expect((await world.as.cleo.post(path)).status).toBe(403);
  expect((await world.as.fay.post(path)).status).toBe(404);
});

test('an admin ends all sessions of a person, in this organisation only', async () => {
  const nia = await someone(world);
  const here = await someone(world, { email: nia.email, join_code: await harbourCode(world) });
  const answer = await world.as.ben.post(`/api/users/${here.id}/logout-all`);
  expect(answer).toMatchObject({ status: 200, body: { sessions_ended: 1 } });
  expect(await statusOf(here.client)).toBe(401);
  expect(await statusOf(nia.client)).toBe(200);
  expect((await world.journal()).at(-1)).toMatchObject({
    event: 'session.ended',
    actor_id: world.ids.ben,
    subject_id: here.id,
    data: { reason: 'ended by an admin' },
  });
});

test('an admin does not end an owner’s', async () => {
  await world.as.ada.get('/api/auth/me');
  const answer = await world.as.ben.post(`/api/users/${world.ids.ada}/logout-all`);
  expect(answer).toMatchObject({ status: 403, body: { code: 'role_above_own' } });
  expect(await statusOf(world.as.ada)).toBe(200);
});

test('twice at once each session ends once', async () => {
  const nia = await someone(world, { join_code: await harbourCode(world) });
  await again(world, nia);
  const path = `/api/users/${nia.id}/logout-all`;
  await Promise.all([world.as.ada.post(path), world.as.ben.post(path)]);
  const ends = (await eventsAbout(world, nia.id)).filter((event) => event === 'session.ended');
  expect(ends).toHaveLength(2);
});
