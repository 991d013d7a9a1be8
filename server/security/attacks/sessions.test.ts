import { SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  cookieOf,
  eventsAbout,
  harbourCode,
  logIn,
  mailsTo,
  refresh,
} from '../../identity/testing.ts';
import { clientOf } from '../../testing/client.ts';
import { openWorld, type World } from '../../testing/open-world.ts';
import { openEar } from '../../testing/socket.ts';
import { again, someone, statusOf, withKey } from '../testing.ts';

/** S-019 to S-030, S-044, S-045. */
let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('S-019 who is shut out is out within a second, sockets closed 4401', async () => {
  const nia = await someone(world, { join_code: await harbourCode(world) });
  const ear = await openEar(world);
  ear.say({ type: 'authenticate', token: nia.answer.body.tokens.access });
  await ear.hears(({ type }) => type === 'ready');
  expect(await statusOf(nia.client)).toBe(200);
  const answer = await world.as.ada.post(`/api/users/${nia.id}/deactivate`, {});
  expect(answer.status).toBe(200);
  expect(await statusOf(nia.client)).toBe(401);
  expect(await ear.closed).toBe(4401);
});

test('S-020 a role lowered counts from the next request', async () => {
  const nia = await someone(world, { join_code: await harbourCode(world) });
  const give = (role: string) => world.as.ada.patch(`/api/users/${nia.id}`, { role });
  expect((await give('admin')).status).toBe(200);
  expect((await nia.client.get('/api/users')).status).toBe(200);
  await give('member');
  expect((await nia.client.get('/api/users')).status).toBe(403);
});

test('S-021 refreshing gives another; stored are SHA-256 of 192 random bits', async () => {
  const nia = await someone(world);
  const first = nia.answer.body.tokens.refresh;
  const second = (await refresh(world, first)).body.refresh;
  expect(second).not.toBe(first);
  expect(Buffer.from(second.split('.')[1], 'base64url')).toHaveLength(24);
  const rows = await world.sql<{ hash: Buffer }>('SELECT hash FROM refresh_token');
  for (const { hash } of rows) expect(hash).toHaveLength(32);
});

test('S-022 a spent one that comes back ends the whole family, is journalled and told', async () => {
  const nia = await someone(world);
  const first = nia.answer.body.tokens.refresh;
  const second = (await refresh(world, first)).body.refresh;
  world.clock.advance({ seconds: 11 });
  expect((await refresh(world, first)).status).toBe(401);
  expect((await refresh(world, second)).status).toBe(401);
  expect(await statusOf(nia.client)).toBe(401);
  expect(await eventsAbout(world, nia.id)).toContain('session.reused');
  expect(await mailsTo(world, nia.email)).toContain('session-reused');
});

test('S-023 two tabs within ten seconds get the same successor, later it is S-022', async () => {
  const nia = await someone(world);
  const token = nia.answer.body.tokens.refresh;
  const tabs = await Promise.all([refresh(world, token), refresh(world, token)]);
  expect(tabs.map(({ status }) => status)).toEqual([200, 200]);
  expect(tabs[0]?.body.refresh).toBe(tabs[1]?.body.refresh);
  world.clock.advance({ seconds: 11 });
  expect((await refresh(world, token)).status).toBe(401);
});

test('S-024 a lost answer asked for again is the same', async () => {
  const nia = await someone(world);
  const token = nia.answer.body.tokens.refresh;
  const lost = (await refresh(world, token)).body.refresh;
  world.clock.advance({ seconds: 5 });
  expect((await refresh(world, token)).body.refresh).toBe(lost);
});

test('S-026 each kind of token is good for its own use only', async () => {
  const { access, refresh: token } = (await someone(world)).answer.body.tokens;
  expect(await statusOf(withKey(world, token))).toBe(401);
  expect([400, 401]).toContain((await refresh(world, access)).status);
  expect([400, 401]).toContain((await refresh(world, access.slice(0, 200))).status);
});

test('S-027 after a log-out both tokens are refused on every node', async () => {
  const node = await world.anotherNode();
  const nia = await someone(world);
  const { access, refresh: token } = nia.answer.body.tokens;
  const there = clientOf(node.origin, async () => access);
  expect(await statusOf(there)).toBe(200);
  await nia.client.post('/api/auth/logout', {});
  expect(await statusOf(nia.client)).toBe(401);
  const body = JSON.stringify({ refresh: token });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${node.origin}/api/auth/refresh`, { method: 'POST', headers, body });
  expect(answer.status).toBe(401);
  await expect.poll(() => statusOf(there), { interval: 20 }).toBe(401);
});

test('S-028 the cookie is HttpOnly, strict and path-limited, and Secure on https; the body has the refresh token too, for apps (systems/identity.md), and a path excludes the __Host- prefix', async () => {
  const plain = cookieOf((await someone(world)).answer).attributes;
  expect(plain).toContain('HttpOnly');
  expect(plain).toContain('SameSite=Strict');
  expect(plain).toContain('Path=/api/auth');
  const secure = await openWorld({ config: { url: 'https://rota.example' } });
  for (const cookie of (await someone(secure)).answer.headers.getSetCookie()) {
    expect(cookie).toContain('; Secure');
    expect(cookie).toContain('; HttpOnly');
  }
});

describe('S-029 a token that we did not sign so', () => {
  const parts = async () => {
    const nia = await someone(world);
    const [, payload = ''] = nia.answer.body.tokens.access.split('.');
    return { nia, payload, claims: JSON.parse(Buffer.from(payload, 'base64url').toString()) };
  };
  const b64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const key = () => world.program.app.secrets.accessKey;
  const header = { alg: 'HS256', typ: 'at+jwt' };

  test.each([
    ['no algorithm', { alg: 'none', typ: 'at+jwt' }],
    ['RS256', { alg: 'RS256', typ: 'at+jwt' }],
    ['a key id that is a path', { ...header, kid: '../../x' }],
    ['a key from elsewhere', { ...header, jku: 'https://evil.example/keys' }],
  ])('%s', async (_, forged) => {
    const { payload } = await parts();
    for (const signature of ['', 'x'.repeat(43)]) {
      const token = `${b64(forged)}.${payload}.${signature}`;
      expect(await statusOf(withKey(world, token))).toBe(401);
    }
  });

  test.each([
    ['another issuer', { iss: 'evil' }],
    ['another audience', { aud: 'callboard-second-factor' }],
    ['expired', { exp: 1 }],
    ['not yet', { nbf: 4_000_000_000 }],
    ['without a session', { sid: undefined }],
    ['an organisation that is no id', { org: "x'; --" }],
  ])('%s, though signed with our key', async (_, change) => {
    const { claims } = await parts();
    const signed = await new SignJWT({ ...claims, ...change })
      .setProtectedHeader(header)
      .sign(key());
    expect(await statusOf(withKey(world, signed))).toBe(401);
  });

  test('another type, though signed with our key', async () => {
    const { claims } = await parts();
    const signed = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .sign(key());
    expect(await statusOf(withKey(world, signed))).toBe(401);
  });
});

test('S-030 own sessions are listed and ended one by one; an admin ends all of a person', async () => {
  const nia = await someone(world, { join_code: await harbourCode(world) });
  const other = await again(world, nia);
  const { body: sessions } = await nia.client.get('/api/auth/sessions');
  const { id } = sessions.find(({ current }: { current: boolean }) => !current);
  await nia.client.delete(`/api/auth/sessions/${id}`);
  expect(await statusOf(other.client)).toBe(401);
  await logIn(world, nia.email);
  const answer = await world.as.ben.post(`/api/users/${nia.id}/logout-all`);
  expect(answer.body.sessions_ended).toBe(2);
  expect(await statusOf(nia.client)).toBe(401);
});

test('S-045 a changed, doubled or huge cookie is a 401 or 400', async () => {
  const { refresh: good } = (await someone(world)).answer.body.tokens;
  const name = 'callboard_refresh';
  const cookies = [
    `${name}=${good.slice(0, -1)}${good.endsWith('A') ? 'B' : 'A'}`,
    `${name}=x; ${name}=y`,
    `${name}=${'x'.repeat(5_000)}`,
    `${name}=%00`,
    `${name}`,
    `;;;=;${name}=;`,
  ];
  for (const cookie of cookies) {
    const answer = await world.anyone.post('/api/auth/refresh', {}, { cookie });
    expect([400, 401]).toContain(answer.status);
  }
  const doubled = `${name}=${good}; ${name}=planted`;
  expect((await world.anyone.post('/api/auth/refresh', {}, { cookie: doubled })).status).toBe(200);
});

// Last, for it takes the clock further than the others' access tokens live.
describe('S-025, S-044 limits, to the second (30 days and not 90: refresh tokens end with the session)', () => {
  test('14 days without use', async () => {
    const [kept, idle] = [await someone(world), await someone(world)];
    world.clock.advance({ hours: 14 * 24 - 1 });
    const rotated = await refresh(world, kept.answer.body.tokens.refresh);
    expect(rotated.status).toBe(200);
    world.clock.advance({ hours: 1, seconds: 1 });
    expect((await refresh(world, idle.answer.body.tokens.refresh)).status).toBe(401);
    expect((await refresh(world, rotated.body.refresh)).status).toBe(200);
  });

  test('30 days in all, though always rotated; the access token and the socket end with it', async () => {
    const nia = await someone(world);
    let tokens = nia.answer.body.tokens;
    for (const hours of [13 * 24, 13 * 24, 4 * 24 - 1]) {
      world.clock.advance({ hours });
      tokens = (await refresh(world, tokens.refresh)).body;
    }
    world.clock.advance({ minutes: 59, seconds: 50 });
    tokens = (await refresh(world, tokens.refresh)).body;
    const ear = await openEar(world);
    ear.say({ type: 'authenticate', token: tokens.access });
    await ear.hears(({ type }) => type === 'ready');
    world.clock.advance({ seconds: 11 });
    expect((await refresh(world, tokens.refresh)).status).toBe(401);
    expect(await statusOf(withKey(world, tokens.access))).toBe(401);
    ear.say({ type: 'ping' });
    expect(await ear.closed).toBe(4401);
  });
});
