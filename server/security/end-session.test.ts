import { beforeAll, expect, test } from 'vitest';
import { cookieOf, eventsAbout, harbourCode, refresh } from '../identity/testing.ts';
import { clientOf } from '../testing/client.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { openEar } from '../testing/socket.ts';
import { again, someone, statusOf } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

type Shown = { id: string; current: boolean; organisation: string };
const sessionsOf = async (who: Awaited<ReturnType<typeof someone>>): Promise<Shown[]> =>
  (await who.client.get('/api/auth/sessions')).body;
const otherOf = async (who: Awaited<ReturnType<typeof someone>>) =>
  (await sessionsOf(who)).find(({ current }) => !current)?.id ?? '';

test('a stranger is asked to log in', async () => {
  const nia = await someone(world);
  const [session] = await sessionsOf(nia);
  expect((await world.anyone.delete(`/api/auth/sessions/${session?.id}`)).status).toBe(401);
});

test('of someone else it is not there, also for an owner of the organisation', async () => {
  const nia = await someone(world, { join_code: await harbourCode(world) });
  const [session] = await sessionsOf(nia);
  for (const who of ['cleo', 'ada', 'fay'] as const) {
    const answer = await world.as[who].delete(`/api/auth/sessions/${session?.id}`);
    expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
  }
  expect(await statusOf(nia.client)).toBe(200);
});

test('is refused at once here, soon on another node, and its sockets are closed', async () => {
  const node = await world.anotherNode();
  const nia = await someone(world);
  const phone = await again(world, nia);
  const token = phone.answer.body.tokens.access;
  const there = clientOf(node.origin, async () => token);
  expect(await statusOf(there)).toBe(200);
  const ears = [await openEar(world), await openEar(world, undefined, {}, node.origin)];
  for (const ear of ears) {
    ear.say({ type: 'authenticate', token });
    await ear.hears(({ type }) => type === 'ready');
  }
  const answer = await nia.client.delete(`/api/auth/sessions/${await otherOf(nia)}`);
  expect(answer.status).toBe(200);
  expect(await statusOf(phone.client)).toBe(401);
  expect((await refresh(world, phone.answer.body.tokens.refresh)).status).toBe(401);
  await expect.poll(() => statusOf(there), { interval: 20 }).toBe(401);
  expect(await Promise.all(ears.map((ear) => ear.closed))).toEqual([4401, 4401]);
  expect(await statusOf(nia.client)).toBe(200);
  expect((await eventsAbout(world, nia.id)).at(-1)).toBe('session.ended');
});

test('this one: the cookie goes too', async () => {
  const nia = await someone(world);
  const [session] = await sessionsOf(nia);
  const answer = await nia.client.delete(`/api/auth/sessions/${session?.id}`);
  expect(cookieOf(answer).value).toBe('');
  expect(await statusOf(nia.client)).toBe(401);
});

test('one of another organisation of mine', async () => {
  const nia = await someone(world);
  const there = await someone(world, { email: nia.email, join_code: await harbourCode(world) });
  await nia.client.delete(`/api/auth/sessions/${await otherOf(nia)}`);
  expect(await statusOf(there.client)).toBe(401);
  expect(await eventsAbout(world, there.id)).toContain('session.ended');
});

test('twice at once it ends once', async () => {
  const nia = await someone(world);
  await again(world, nia);
  const id = await otherOf(nia);
  await Promise.all([1, 2].map(() => nia.client.delete(`/api/auth/sessions/${id}`)));
  const events = await eventsAbout(world, nia.id);
  expect(events.filter((event) => event === 'session.ended')).toHaveLength(1);
  expect((await nia.client.delete(`/api/auth/sessions/${id}`)).status).toBe(404);
});
