import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import {
  eventsAbout,
  freshEmail,
  goodPassword,
  holding,
  logIn,
  mailedToken,
  mailsTo,
  register,
} from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const someone = (more: Record<string, unknown> = {}) => ({
  email: freshEmail(),
  full_name: 'Nia Brandt',
  ...more,
});

describe('who may', () => {
  test('a stranger is asked to log in, a member may not', async () => {
    expect((await world.anyone.post('/api/users', someone())).status).toBe(401);
    expect((await world.as.cleo.post('/api/users', someone())).status).toBe(403);
  });

  test('an admin adds no owner; an owner does', async () => {
    const owner = someone({ role: 'owner' });
    expect(await world.as.ben.post('/api/users', owner)).toMatchObject({
      status: 403,
      body: { code: 'role_above_own' },
    });
    expect((await world.as.ada.post('/api/users', owner)).body.role).toBe('owner');
  });

  test('whoever has not confirmed their address invites nobody, but adds with a password', async () => {
    const client = holding(world, await register(world));
    expect(await client.post('/api/users', someone())).toMatchObject({
      status: 403,
      body: { code: 'verify_first' },
    });
    const direct = someone({ password: goodPassword });
    expect((await client.post('/api/users', direct)).status).toBe(201);
    expect(await mailsTo(world, direct.email)).toEqual([]);
  });
});

describe('someone with an account elsewhere', () => {
  test('becomes a person here too, keeps the password, and is told', async () => {
    const email = freshEmail();
    await register(world, { email, organisation_name: 'Elsewhere' });
    const answer = await world.as.fay.post('/api/users', someone({ email }));
    expect(answer.status).toBe(201);
    expect((await mailsTo(world, email)).at(-1)).toBe('added');
    const organisation = 'foyle-street';
    const loggedIn = await logIn(world, email, goodPassword, { organisation });
    expect(loggedIn.body.user).toMatchObject({ id: answer.body.id, role: 'member' });
  });

  test('400 when a password is given for them', async () => {
    const email = freshEmail();
    await register(world, { email });
    const body = someone({ email, password: 'rivers bend twice' });
    const answer = await world.as.ben.post('/api/users', body);
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: { password: [expect.any(String)] } },
    });
    expect((await logIn(world, email)).status).toBe(200);
  });
});

describe('refusals', () => {
  test('409 when the organisation has them already; twice at once adds one', async () => {
    const body = someone();
    const answers = await Promise.all([1, 2, 3].map(() => world.as.ben.post('/api/users', body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(await world.as.ada.post('/api/users', body)).toMatchObject({
      status: 409,
      body: { code: 'person_exists' },
    });
    expect(await mailsTo(world, body.email)).toEqual(['invitation']);
  });

  test.each([
    ['email', { email: 'nobody' }],
    ['full_name', { full_name: undefined }],
    ['full_name', { first_name: 'Nia' }],
    ['full_name', { full_name: 'x'.repeat(161) }],
    ['password', { password: 'Password123' }],
    ['password', { password: 'harbour-care' }],
    ['role', { role: 'king' }],
    ['weekly_hours_limit', { weekly_hours_limit: 0 }],
    ['is_active', { is_active: true }],
    ['account_id', { account_id: '0197c000-0000-7000-8000-000000000001' }],
  ])('400 on %s: %o', async (field, body) => {
    const answer = await world.as.ben.post('/api/users', someone(body));
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors)).toContain(field);
  });
});

test('the same Idempotency-Key adds once and answers twice', async () => {
  const body = someone({ password: goodPassword });
  const key = { 'idempotency-key': '"add-nia"' };
  const first = await world.as.ben.post('/api/users', body, key);
  const second = await world.as.ben.post('/api/users', body, key);
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.body).toEqual(first.body);
});

// The last test: a week later those of the world have to log in again.
test('without a password an invitation goes out; whoever follows it is verified and logs in', async () => {
  const body = someone({ weekly_hours_limit: 24, phone_number: '+44 1' });
  const answer = await world.as.ben.post('/api/users', {
    ...body,
    email: body.email.toUpperCase(),
  });
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({
    email: body.email,
    first_name: 'Nia',
    last_name: 'Brandt',
    role: 'member',
    weekly_hours_limit: 24,
    is_active: true,
    is_email_verified: false,
  });
  const { id } = answer.body;
  expect(await eventsAbout(world, id)).toEqual(['person.added', 'person.invited']);
  expect(await mailsTo(world, body.email)).toEqual(['invitation']);
  expect((await logIn(world, body.email)).status).toBe(401);

  world.clock.advance({ hours: 6 * 24 });
  const token = await mailedToken(world, 'invitation', body.email);
  const set = { token, password: goodPassword };
  expect((await world.anyone.post('/api/auth/password-reset-confirm', set)).status).toBe(200);
  expect(await mailsTo(world, body.email)).toEqual(['invitation']);
  const loggedIn = await logIn(world, body.email);
  expect(loggedIn.body.user).toMatchObject({ id, is_email_verified: true });
  expect((await world.anyone.post('/api/auth/password-reset-confirm', set)).status).toBe(400);
});
