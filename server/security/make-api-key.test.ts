import { beforeAll, describe, expect, test } from 'vitest';
import { eventsAbout, harbourCode, mailsTo } from '../identity/testing.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { ask, openPeriod } from '../testing/rota-steps.ts';
import { someone, withKey } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const make = (client: World['anyone'], body: object) => client.post('/api/auth/api-keys', body);

test('a stranger is asked to log in', async () => {
  const answer = await make(world.anyone, { name: 'x', scopes: ['shift.read'] });
  expect(answer.status).toBe(401);
});

test('is shown once, stored hashed, told by mail; the journal has its scopes and not the key', async () => {
  const nia = await someone(world);
  const answer = await make(nia.client, { name: 'Payroll', scopes: ['shift.read', 'hours.read'] });
  expect(answer).toMatchObject({
    status: 201,
    body: {
      name: 'Payroll',
      scopes: ['shift.read', 'hours.read'],
      expires_at: '2027-02-18T09:00:00Z',
      used_at: null,
    },
  });
  const { key, hint, ...shown } = answer.body;
  expect(key).toMatch(/^cb_[\w-]{22}\.[\w-]{32}$/);
  expect(key.endsWith(hint)).toBe(true);
  const listed = (await nia.client.get('/api/auth/api-keys')).body;
  expect(listed).toEqual([{ hint, ...shown }]);
  const tables = ['api_key', 'journal', 'message', 'idempotency'];
  for (const table of tables) {
    expect(JSON.stringify(await world.sql(`SELECT * FROM ${table}`))).not.toContain(key);
  }
  expect((await eventsAbout(world, nia.id)).at(-1)).toBe('api_key.made');
  expect((await mailsTo(world, nia.email)).at(-1)).toBe('api-key-made');
});

test('nobody gives a key more than they may do themself', async () => {
  const answer = await make(world.as.cleo, { name: 'x', scopes: ['shift.read', 'shift.decide'] });
  expect(answer).toMatchObject({ status: 400, body: { errors: { scopes: [expect.any(String)] } } });
  expect(answer.body.errors.scopes[0]).toContain('shift.decide');
});

test('at most twenty that open something', async () => {
  const nia = await someone(world);
  const making = () => make(nia.client, { name: 'x', scopes: ['shift.read'] });
  const answers = await Promise.all(Array.from({ length: 25 }, making));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
  expect((await making()).body.code).toBe('too_many_keys');
  const [first] = (await nia.client.get('/api/auth/api-keys')).body;
  await nia.client.delete(`/api/auth/api-keys/${first.id}`);
  expect((await making()).status).toBe(201);
});

describe('whoever holds it', () => {
  test('acts as its person within the scopes; the journal says so', async () => {
    const period = await openPeriod(world);
    const { key, id } = (
      await make(world.as.ben, { name: 'Desk', scopes: ['shift.ask', 'shift.read'] })
    ).body;
    const desk = withKey(world, key);
    expect((await desk.get('/api/auth/me')).body).toMatchObject({
      id: world.ids.ben,
      permissions: ['shift.read', 'shift.ask'],
    });
    const asked = await desk.post('/api/shifts', {
      ...{ schedule_period: period, date: '2026-12-01', start_time: '06:00', end_time: '09:00' },
    });
    expect(asked.status).toBe(201);
    expect((await world.journal()).at(-1)).toMatchObject({
      event: 'shift.requested',
      actor_id: world.ids.ben,
      data: { api_key: { id, name: 'Desk' } },
    });
    const approving = await desk.post(`/api/shifts/${asked.body.id}/approve`, {});
    expect(approving).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await desk.get('/api/users')).status).toBe(403);
  });

  test('sees no more than the scopes, though its person is an admin', async () => {
    const period = await openPeriod(world);
    await ask(world, 'cleo', { period, date: '2026-12-08' });
    const { key } = (await make(world.as.ben, { name: 'x', scopes: ['shift.read'] })).body;
    const pending = (client: World['anyone']) => client.get(`/api/shifts?status=PENDING`);
    expect((await pending(world.as.ben)).body.length).toBeGreaterThan(0);
    const seen = (await pending(withKey(world, key))).body;
    expect(JSON.stringify(seen)).not.toContain('Cleo');
  });

  test('can’t touch the account: sessions, password, second factor, keys, name', async () => {
    const nia = await someone(world);
    const { key } = (await make(nia.client, { name: 'x', scopes: ['shift.read'] })).body;
    const program = withKey(world, key);
    const answers = await Promise.all([
      program.get('/api/auth/sessions'),
      program.post('/api/auth/logout-all', {}),
      program.post('/api/auth/logout', {}),
      program.post('/api/auth/confirm-password', { password: 'x' }),
      program.post('/api/auth/second-factor', {}),
      program.get('/api/auth/api-keys'),
      make(program, { name: 'y', scopes: ['shift.read'] }),
      program.patch('/api/auth/me', { first_name: 'Eve' }),
    ]);
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 403, body: { code: 'session_needed' } });
    }
  });

  test('stays in its organisation, though its person belongs to another', async () => {
    const nia = await someone(world);
    await someone(world, { email: nia.email, join_code: await harbourCode(world) });
    const { key } = (await make(nia.client, { name: 'x', scopes: ['shift.read'] })).body;
    const there = (slug: string) =>
      withKey(world, key).get('/api/shifts', { 'x-organisation': slug });
    expect(await there('harbour-care')).toMatchObject({ status: 403 });
    const { slug } = nia.answer.body.user.organisation;
    expect((await there(slug)).status).toBe(200);
  });

  test('loses what its person loses, and everything when they are shut out', async () => {
    const nia = await someone(world, { join_code: await harbourCode(world) });
    await world.sql(`UPDATE person SET role = 'admin' WHERE id = $1`, [nia.id]);
    world.clock.advance({ seconds: 1 });
    const scopes = ['person.read', 'shift.read'];
    const { key } = (await make(nia.client, { name: 'x', scopes })).body;
    const program = withKey(world, key);
    expect((await program.get('/api/users')).status).toBe(200);
    await world.sql(`UPDATE person SET role = 'member' WHERE id = $1`, [nia.id]);
    world.clock.advance({ seconds: 1 });
    expect((await program.get('/api/users')).status).toBe(403);
    expect((await program.get('/api/shifts')).status).toBe(200);
    await world.sql('UPDATE person SET active = false WHERE id = $1', [nia.id]);
    world.clock.advance({ seconds: 1 });
    expect((await program.get('/api/shifts')).status).toBe(401);
  });

  test('is refused when it has expired, warm or not', async () => {
    const nia = await someone(world);
    const body = { name: 'x', scopes: ['shift.read'], expires_in_days: 1 };
    const program = withKey(world, (await make(nia.client, body)).body.key);
    world.clock.advance({ hours: 23, minutes: 59, seconds: 59 });
    expect((await program.get('/api/shifts')).status).toBe(200);
    world.clock.advance({ seconds: 1 });
    expect((await program.get('/api/shifts')).status).toBe(401);
  });

  test('is refused when a letter of it is another', async () => {
    const nia = await someone(world);
    const { key } = (await make(nia.client, { name: 'x', scopes: ['shift.read'] })).body;
    const other = `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`;
    for (const wrong of [other, key.slice(3), `${key}x`, 'cb_', 'cb_x.y']) {
      expect((await withKey(world, wrong).get('/api/auth/me')).status).toBe(401);
    }
  });
});

test('when it was last used is kept to the minute', async () => {
  const nia = await someone(world);
  const { key } = (await make(nia.client, { name: 'x', scopes: ['shift.read'] })).body;
  const used = async () => (await nia.client.get('/api/auth/api-keys')).body[0].used_at;
  const now = () => world.clock.now().toString();
  await withKey(world, key).get('/api/shifts');
  const first = now();
  expect(await used()).toBe(first);
  world.clock.advance({ seconds: 59 });
  await withKey(world, key).get('/api/shifts');
  expect(await used()).toBe(first);
  world.clock.advance({ seconds: 1 });
  await withKey(world, key).get('/api/shifts');
  expect(await used()).toBe(now());
});
