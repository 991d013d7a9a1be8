import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf, outcome } from '../testing/rota-steps.ts';
import { accept, invitationToken, invitationTokens, invite } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('stranger 401, member 403; whoever has not verified their address invites nobody', async () => {
  expect((await world.anyone.post('/api/invitations', { email: 'a@b.example' })).status).toBe(401);
  expect(outcome(await invite(world, 'a@b.example', {}, 'cleo'))).toEqual([403, 'forbidden']);
  await world.sql('UPDATE account SET email_verified_at = NULL WHERE email = $1', [
    'gus@foyle.example',
  ]);
  await world.sql("UPDATE person SET role = 'admin' WHERE id = $1", [world.ids.gus]);
  expect(outcome(await invite(world, 'a@b.example', {}, 'gus'))).toEqual([403, 'verify_first']);
  expect(await invitationTokens(world, 'a@b.example')).toEqual([]);
});

test('whom it is for waits in the directory, not active, and cannot be planned', async () => {
  const answer = await invite(world, 'Nia@Elsewhere.example', {
    ...{ full_name: 'Nia Brandt', role: 'manager', weekly_hours_limit: 20 },
  });
  expect(answer).toMatchObject({
    status: 201,
    body: {
      ...{ email: 'nia@elsewhere.example', full_name: 'Nia Brandt', role: 'manager' },
      ...{ role_name: 'Manager', invited_by_name: 'Ben Lindqvist', expired: false },
      ...{ expires_at: '2026-11-27T09:00:00Z' },
    },
  });
  const waiting = (await world.as.ben.get('/api/users?state=invited')).body;
  expect(waiting).toMatchObject([{ state: 'invited', is_active: false, weekly_hours_limit: 20 }]);
  expect(await eventsOf(world, answer.body.person)).toEqual(['person.invited']);
  const free = '/api/timeline/free?date=2026-12-01&start_time=06:00&end_time=09:00';
  expect(JSON.stringify((await world.as.ben.get(free)).body)).not.toContain('Nia');
});

test('the journal and the outbox hold no token', async () => {
  const token = await invitationToken(world, 'nia@elsewhere.example');
  const rows = await world.sql('SELECT data FROM journal UNION ALL SELECT data FROM message');
  expect(JSON.stringify(rows)).not.toContain(token);
});

describe('refusals', () => {
  test('nobody invites into a role above their own', async () => {
    const owner = await invite(world, 'o@elsewhere.example', { role: 'owner' });
    expect(outcome(owner)).toEqual([403, 'role_above_own']);
  });

  test('who is in or invited is not invited again; three at once invite once', async () => {
    expect(outcome(await invite(world, 'cleo@harbour.example'))).toEqual([409, 'person_exists']);
    const answers = await Promise.all([1, 2, 3].map(() => invite(world, 'tri@elsewhere.example')));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(await invitationTokens(world, 'tri@elsewhere.example')).toHaveLength(1);
    const added = await world.as.ben.post('/api/users', {
      ...{ email: 'tri@elsewhere.example', full_name: 'Tri' },
    });
    expect(outcome(added)).toEqual([409, 'person_exists']);
  });

  test.each([
    ['email', { email: 'nobody' }],
    ['role', { role: 'king' }],
    ['full_name', { full_name: '' }],
    ['weekly_hours_limit', { weekly_hours_limit: 169 }],
    ['standing', { standing: 'in' }],
  ])('400 on %s: %o', async (field, body) => {
    const answer = await invite(world, 'x@elsewhere.example', body);
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors)).toEqual([field]);
  });
});

// S-047.
describe('registering with it', () => {
  test('makes a person in the role it was sent with, their address verified; once', async () => {
    const email = 'nia@elsewhere.example';
    const token = await invitationToken(world, email);
    const raised = await accept(world, email, token, { role: 'owner' });
    expect(raised.status).toBe(400);
    const answers = await Promise.all([1, 2].map(() => accept(world, email, token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400]);
    const user = answers.find(({ status }) => status === 201)?.body.user;
    expect(user).toMatchObject({
      ...{ role: 'manager', is_email_verified: true, state: 'active', weekly_hours_limit: 20 },
      organisation: { name: 'Harbour Care' },
    });
    expect(await eventsOf(world, user.id)).toEqual([
      ...['person.invited', 'person.registered', 'session.started'],
    ]);
    expect((await accept(world, email, token)).status).toBe(400);
    expect((await world.as.ben.get('/api/invitations')).body).not.toContainEqual(
      expect.objectContaining({ email }),
    );
  });

  test('is bound to its address', async () => {
    await invite(world, 'bound@elsewhere.example');
    const token = await invitationToken(world, 'bound@elsewhere.example');
    const answer = await accept(world, 'thief@elsewhere.example', token);
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: { email: [expect.any(String)] } },
    });
    expect((await accept(world, 'BOUND@elsewhere.example', token)).status).toBe(201);
  });

  test('a join code is no way to the role of an invitation', async () => {
    const email = 'sly@elsewhere.example';
    await invite(world, email, { role: 'admin' });
    const { code } = (await world.as.ada.post('/api/join-codes', {})).body;
    const answer = await world.anyone.post('/api/auth/register', {
      ...{ email, join_code: code, password: 'tall grass at noon' },
      ...{ first_name: 'Sly', last_name: 'Fox' },
    });
    expect(Object.keys(answer.body.errors)).toEqual(['email']);
  });

  test('a token that is none, of another purpose, or expired opens nothing', async () => {
    const email = 'late@elsewhere.example';
    await invite(world, email);
    const token = await invitationToken(world, email);
    const other = (await world.sql<{ id: string }>('SELECT id FROM invitation LIMIT 1'))[0]?.id;
    for (const wrong of ['x', `${token}x`, token.slice(0, -2), String(other)]) {
      expect((await accept(world, email, wrong)).status).toBe(400);
    }
    world.clock.advance({ hours: 7 * 24 });
    expect(Object.keys((await accept(world, email, token)).body.errors)).toEqual(['invite']);
  });
});
