import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsAbout, harbourCode, mailedToken, mailsTo, register } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const ask = (email: string, headers: Record<string, string> = {}) =>
  world.anyone.post('/api/auth/password-reset', { email }, headers);

test('mails a link, and says nothing of it', async () => {
  const answer = await ask('Cleo@harbour.example');
  expect(answer.status).toBe(200);
  expect(await mailsTo(world, 'cleo@harbour.example')).toEqual(['reset-password']);
  expect(await eventsAbout(world, world.ids.cleo)).toEqual(['password_reset.requested']);
  const token = await mailedToken(world, 'reset-password', 'cleo@harbour.example');
  expect(JSON.stringify(answer.body)).not.toContain(token);
});

test('whether the address exists or not: the same answer after the same time', async () => {
  const timed = async (email: string) => {
    const began = performance.now();
    const { status, body } = await ask(email);
    return { status, body, took: performance.now() - began };
  };
  const known = await timed('dev@harbour.example');
  const unknown = await timed('nobody@harbour.example');
  expect(known.status).toBe(unknown.status);
  expect(known.body).toEqual(unknown.body);
  // Both wait until the moment before which nobody is answered (a timer may round it down).
  for (const { took } of [known, unknown]) expect(took).toBeGreaterThanOrEqual(145);
});

test('many requests make one mail a minute', async () => {
  const email = 'eli@harbour.example';
  await Promise.all([ask(email), ask(email), ask(email)]);
  expect(await mailsTo(world, email)).toHaveLength(1);
  world.clock.advance({ minutes: 1, seconds: 1 });
  await ask(email);
  expect(await mailsTo(world, email)).toHaveLength(2);
});

test('someone deactivated everywhere gets none', async () => {
  const { id, email } = (await register(world, { join_code: await harbourCode(world) })).body.user;
  await world.sql('UPDATE person SET active = false WHERE id = $1', [id]);
  expect((await ask(email)).status).toBe(200);
  expect(await mailsTo(world, email)).toEqual(['verify-email']);
});

test('the database holds nothing that resets a password', async () => {
  const token = await mailedToken(world, 'reset-password', 'cleo@harbour.example');
  const rows = await world.sql<Record<string, unknown>>(
    'SELECT t.*, m.data FROM one_time_token t, message m',
  );
  expect(JSON.stringify(rows)).not.toContain(token);
});
