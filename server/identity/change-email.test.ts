import { beforeAll, describe, expect, test } from 'vitest';
import { mailToken } from '../platform/mail-token.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import {
  eventsAbout,
  freshEmail,
  goodPassword,
  holding,
  logIn,
  mailsTo,
  register,
} from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

/** Someone new with an address, and how they ask for another. */
async function someone() {
  const registered = await register(world);
  const { id, email } = registered.body.user;
  const client = holding(world, registered);
  const change = (to: string, password = goodPassword) =>
    client.post('/api/auth/me/email', { email: to, password });
  return { id, email, client, change };
}

async function tokenTo(address: string): Promise<string> {
  const [row] = await world.sql<{ id: string }>(
    `SELECT data->>'one_time_token' AS id FROM message WHERE template = 'confirm-email'
     AND address = $1 ORDER BY created_at DESC, id DESC LIMIT 1`,
    [address],
  );
  return mailToken(world.program.app.secrets, 'confirm-email', row?.id ?? '');
}
const confirm = (token: string) => world.anyone.post('/api/auth/confirm-email', { token });

test('a stranger is asked to log in', async () => {
  const body = { email: freshEmail(), password: goodPassword };
  expect((await world.anyone.post('/api/auth/me/email', body)).status).toBe(401);
});

// S-039.
test('needs the password and a confirmation from the new address; the old one is told', async () => {
  const { id, email, change } = await someone();
  const next = freshEmail();
  const wrong = await change(next, 'not my password');
  expect(Object.keys(wrong.body.errors)).toEqual(['password']);
  expect(await mailsTo(world, next)).toEqual([]);

  const asked = await change(next.toUpperCase());
  expect(asked.status).toBe(200);
  expect(JSON.stringify(asked.body)).not.toMatch(/token/);
  expect(await mailsTo(world, next)).toEqual(['confirm-email']);
  expect((await logIn(world, email)).status).toBe(200);
  expect((await logIn(world, next)).status).toBe(401);

  const token = await tokenTo(next);
  const answers = await Promise.all([confirm(token), confirm(token)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  expect((await logIn(world, email)).status).toBe(401);
  expect((await logIn(world, next)).body.user).toMatchObject({
    ...{ id, email: next, is_email_verified: true },
  });
  expect(await mailsTo(world, email)).toEqual(['verify-email', 'email-changed']);
  expect(await eventsAbout(world, id)).toEqual(
    expect.arrayContaining(['email.change_requested', 'email.changed']),
  );
});

test('counts in every organisation of the account', async () => {
  const { email, change } = await someone();
  await world.as.ben.post('/api/users', { email, full_name: 'Nia Brandt' });
  const next = freshEmail();
  await change(next);
  expect((await confirm(await tokenTo(next))).status).toBe(200);
  const people = await world.sql('SELECT 1 FROM person WHERE email = $1', [next]);
  expect(people).toHaveLength(2);
});

test('a reset link that went to the old address is dead', async () => {
  const { email, change } = await someone();
  await world.anyone.post('/api/auth/password-reset', { email });
  const [row] = await world.sql<{ id: string }>(
    `SELECT data->>'one_time_token' AS id FROM message WHERE template = 'reset-password' AND address = $1`,
    [email],
  );
  const next = freshEmail();
  await change(next);
  await confirm(await tokenTo(next));
  const token = mailToken(world.program.app.secrets, 'reset-password', row?.id ?? '');
  const reset = { token, password: 'rivers bend twice' };
  expect((await world.anyone.post('/api/auth/password-reset-confirm', reset)).status).toBe(400);
});

describe('refusals', () => {
  test('one’s own address, someone else’s, at most one mail a minute', async () => {
    const { email, change } = await someone();
    for (const to of [email, 'cleo@harbour.example']) {
      expect(Object.keys((await change(to)).body.errors)).toEqual(['email']);
    }
    const next = freshEmail();
    await change(next);
    await change(next);
    expect(await mailsTo(world, next)).toEqual(['confirm-email']);
  });

  test('taken meanwhile: 409, and nothing changes', async () => {
    const { email, change } = await someone();
    const next = freshEmail();
    await change(next);
    await register(world, { email: next });
    expect(await confirm(await tokenTo(next))).toMatchObject({
      ...{ status: 409, body: { code: 'email_taken' } },
    });
    expect((await logIn(world, email)).status).toBe(200);
  });

  test('too many wrong passwords: 429, as at the log-in', async () => {
    const { client } = await someone();
    const statuses: number[] = [];
    for (let i = 0; i < 12; i += 1) {
      const body = { email: freshEmail(), password: `wrong ${i}` };
      statuses.push((await client.post('/api/auth/me/email', body)).status);
    }
    expect(statuses.at(-1)).toBe(429);
  });

  test('the link expires after a day', async () => {
    const { change } = await someone();
    const next = freshEmail();
    await change(next);
    const token = await tokenTo(next);
    expect((await confirm(`${token}x`)).status).toBe(400);
    world.clock.advance({ hours: 24 });
    expect((await confirm(token)).status).toBe(400);
  });
});
