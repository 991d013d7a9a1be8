import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import {
  cookieOf,
  eventsAbout,
  freshEmail,
  goodPassword,
  harbourCode,
  holding,
  mailsTo,
  register,
} from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const accounts = (email: string) => world.sql('SELECT 1 FROM account WHERE email = $1', [email]);

describe('making an organisation', () => {
  test('its first person is owner, logged in, and asked to confirm the address', async () => {
    const email = freshEmail();
    const answer = await register(world, {
      email: email.toUpperCase(),
      organisation_name: 'Quayside Café',
      time_zone: 'europe/berlin',
      password_confirm: goodPassword,
    });
    expect(answer.status).toBe(201);
    expect(answer.body.user).toMatchObject({
      email,
      full_name: 'Nia Brandt',
      role: 'owner',
      is_email_verified: false,
      organisation: { name: 'Quayside Café', slug: 'quayside-cafe', time_zone: 'Europe/Berlin' },
      organisations: [{ slug: 'quayside-cafe' }],
    });
    const { id } = answer.body.user;
    expect((await holding(world, answer).get('/api/auth/me')).body.id).toBe(id);
    expect(await mailsTo(world, email)).toEqual(['verify-email']);
    const made = (await world.journal()).filter((entry) => entry.actor_id === id);
    expect(made.map(({ event }) => event)).toEqual([
      'organisation.registered',
      'person.registered',
      'session.started',
    ]);
  });

  test('the cookie is HttpOnly, SameSite, and goes to /api/auth alone', async () => {
    const answer = await register(world);
    const { value, attributes } = cookieOf(answer);
    expect(value).toBe(answer.body.tokens.refresh);
    expect(attributes).toContain('Path=/api/auth');
    expect(attributes).toContain('HttpOnly');
    expect(attributes).toContain('SameSite=Strict');
  });

  test('a second organisation of the name gets a number; at the same moment too', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map(() => register(world, { organisation_name: 'Twin' })),
    );
    const slugs = answers.map(({ body }) => body.user.organisation.slug);
    expect(slugs.sort()).toEqual(['twin', 'twin-2', 'twin-3']);
  });

  test('no secret is in the journal or the outbox', async () => {
    const answer = await register(world);
    const { refresh, access } = answer.body.tokens;
    const rows = await world.sql<{ data: unknown }>(
      'SELECT data FROM journal UNION ALL SELECT data FROM message',
    );
    const text = JSON.stringify(rows);
    for (const secret of [goodPassword, refresh, access, '$argon2']) {
      expect(text).not.toContain(secret);
    }
  });
});

describe('joining by code', () => {
  test('makes a member, whatever the case of the code', async () => {
    const code = await harbourCode(world);
    const answer = await register(world, { join_code: code.toLowerCase() });
    expect(answer.status).toBe(201);
    expect(answer.body.user).toMatchObject({
      role: 'member',
      organisation: { name: 'Harbour Care' },
    });
    expect(await eventsAbout(world, answer.body.user.id)).toEqual([
      'person.registered',
      'session.started',
    ]);
  });

  test('with an account from elsewhere, when the password is right', async () => {
    const email = freshEmail();
    await register(world, { email });
    const join_code = await harbourCode(world);
    const wrong = await register(world, { email, join_code, password: 'tall grass at night' });
    expect(wrong).toMatchObject({ status: 400, body: { errors: { email: [expect.any(String)] } } });
    const right = await register(world, { email, join_code });
    expect(right.status).toBe(201);
    expect(right.body.user.organisations).toHaveLength(2);
    expect(await accounts(email)).toHaveLength(1);
    const again = await register(world, { email, join_code });
    expect(again).toMatchObject({ status: 400, body: { errors: { email: [expect.any(String)] } } });
  });
});

describe('refusals', () => {
  test.each([
    ['email', { email: 'ada@harbour.example' }],
    ['email', { email: 'ADA@harbour.example', password: 'harbour-lantern-42' }],
    ['email', { email: 'no address' }],
    ['password_confirm', { password_confirm: 'tall grass at night' }],
    ['password', { password: 'short' }],
    ['password', { password: 'Password123' }],
    ['password', { password: 'quayside-22' }],
    ['password', { password: 'x'.repeat(10_000) }],
    ['time_zone', { time_zone: 'Mars/Olympus' }],
    ['organisation_name', { organisation_name: undefined }],
    ['join_code', { join_code: 'ABCDEFGHJK' }],
    ['join_code', { join_code: 'ABCDEFGHJK', organisation_name: 'Both' }],
    ['role', { role: 'owner' }],
    ['organisation_id', { organisation_id: '0197c000-0000-7000-8000-000000000001' }],
    ['first_name', { first_name: ' ' }],
    ['last_name', { last_name: 'a\0b' }],
  ])('400 on %s: %o', async (field, body) => {
    const answer = await register(world, body);
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors)).toContain(field);
  });

  test('the same e-mail twice at once: one account', async () => {
    const email = freshEmail();
    const answers = await Promise.all([1, 2, 3].map(() => register(world, { email })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400]);
    expect(await accounts(email)).toHaveLength(1);
  });
});

test('passwords are kept to the letter and as argon2id', async () => {
  const email = freshEmail();
  const password = ' tall grass at noon 🌾 ';
  await register(world, { email, password });
  const [row] = await world.sql<{ password_hash: string }>(
    'SELECT password_hash FROM account WHERE email = $1',
    [email],
  );
  expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const trimmed = await world.anyone.post('/api/auth/login', { email, password: password.trim() });
  expect(trimmed.status).toBe(401);
  expect((await world.anyone.post('/api/auth/login', { email, password })).status).toBe(200);
});
