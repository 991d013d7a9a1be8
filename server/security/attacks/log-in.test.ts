import { beforeAll, describe, expect, test } from 'vitest';
import {
  cookieOf,
  forgetAllTries,
  freshEmail,
  goodPassword,
  logIn,
  refresh,
} from '../../identity/testing.ts';
import type { Answered } from '../../testing/client.ts';
import { openWorld, type World } from '../../testing/open-world.ts';
import { codeOf, enrol, logInWithCode, someone, withKey } from '../testing.ts';

/** S-008 to S-017. Where the list says 422 for bad input, ours is 400 naming the field (api.md). */
let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const login = (email: string, password: string, headers: Record<string, string> = {}) =>
  world.anyone.post('/api/auth/login', { email, password }, headers);
const cookiesOf = (answer: Answered) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

describe('S-008 tries of an account', () => {
  test('after ten wrong ones strangers wait; its known device does not', async () => {
    const nia = await someone(world);
    const cookie = cookiesOf(await logIn(world, nia.email));
    for (let i = 0; i < 10; i += 1) {
      expect((await login(nia.email, `wrong ${i}`)).status).toBe(401);
    }
    const refused = await login(nia.email, goodPassword);
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_tries' } });
    expect(refused.headers.get('retry-after')).toBe('900');
    expect((await login(nia.email, goodPassword, { cookie })).status).toBe(200);
    expect((await login(nia.email, goodPassword)).status).toBe(429);
    world.clock.advance({ minutes: 15 });
    expect((await login(nia.email, goodPassword)).status).toBe(200);
  });

  test('a stolen device cookie of another account, or a made-up one, helps nobody', async () => {
    const [nia, eve] = [await someone(world), await someone(world)];
    const [name = '', value = ''] = cookiesOf(await logIn(world, nia.email))
      .split('; ')
      .filter((one) => one.startsWith('callboard_device'))
      .join()
      .split('=');
    const evil = cookiesOf(await logIn(world, eve.email)).replace(/callboard_device_\w+/, name);
    for (let i = 0; i < 10; i += 1) await login(nia.email, 'wrong');
    const forged = [evil, `${name}=x.y`, `${name}=`, `${name}=${value.slice(0, -2)}xx`];
    for (const cookie of forged) {
      expect((await login(nia.email, goodPassword, { cookie })).status).toBe(429);
    }
  });

  test('a known device has ten tries too, and does not use up those of others', async () => {
    const nia = await someone(world);
    const cookie = cookiesOf(await logIn(world, nia.email));
    for (let i = 0; i < 10; i += 1) await login(nia.email, 'wrong', { cookie });
    expect((await login(nia.email, goodPassword, { cookie })).status).toBe(429);
    expect((await login(nia.email, goodPassword)).status).toBe(200);
  });

  test('on two nodes together, a hundred at once: ten are looked at', async () => {
    await forgetAllTries(world);
    const node = await world.anotherNode();
    const nia = await someone(world);
    const origins = [world.origin, node.origin];
    const body = JSON.stringify({ email: nia.email, password: 'wrong' });
    const headers = { 'content-type': 'application/json' };
    const answers = await Promise.all(
      Array.from({ length: 90 }, (_, i) =>
        fetch(`${origins[i % 2]}/api/auth/login`, { method: 'POST', headers, body }),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(80);
  });
});

describe('tries of an address', () => {
  test('S-009 a hundred accounts, one wrong try each: the address waits, others do not', async () => {
    const proxied = await openWorld({ config: { trustProxy: 1 } });
    const nia = await someone(proxied);
    const from = (address: string, email: string, password: string) =>
      proxied.anyone.post('/api/auth/login', { email, password }, { 'x-forwarded-for': address });
    for (let i = 0; i < 10; i += 1) {
      const many = Array.from({ length: 10 }, () => from('192.0.2.7', freshEmail(), 'wrong'));
      await Promise.all(many);
    }
    expect((await from('192.0.2.7', nia.email, goodPassword)).status).toBe(429);
    expect((await from('192.0.2.8', nia.email, goodPassword)).status).toBe(200);
  });

  test('S-010 an X-Forwarded-For that no proxy of ours wrote changes nothing', async () => {
    await forgetAllTries(world);
    let number = 0;
    const dodge = () => {
      number += 1;
      const made = `203.0.113.${number}, 198.51.100.${number}`;
      return login(freshEmail(), 'wrong', { 'x-forwarded-for': made, forwarded: `for=${made}` });
    };
    for (let i = 0; i < 10; i += 1) await Promise.all(Array.from({ length: 10 }, dodge));
    expect((await dodge()).status).toBe(429);
    await forgetAllTries(world);
  });
});

describe('S-011 an API key', () => {
  test('has an expiry, is shown once, stored hashed, scoped, revocable', async () => {
    const nia = await someone(world);
    const body = { name: 'x', scopes: ['shift.read'], expires_in_days: 1 };
    const { key, id, expires_at } = (await nia.client.post('/api/auth/api-keys', body)).body;
    expect(expires_at).toBe(world.clock.now().add({ hours: 24 }).toString());
    expect(JSON.stringify((await nia.client.get('/api/auth/api-keys')).body)).not.toContain(key);
    const [row] = await world.sql<{ hash: Buffer }>('SELECT * FROM api_key WHERE id = $1', [id]);
    expect(row?.hash).toHaveLength(32);
    const program = withKey(world, key);
    expect((await program.get('/api/shifts')).status).toBe(200);
    expect((await program.get('/api/users')).status).toBe(403);
    world.clock.advance({ hours: 24 });
    expect((await program.get('/api/shifts')).status).toBe(401);
  });
});

test('S-012 credentials in the address log nobody in', async () => {
  const nia = await someone(world);
  const { access, refresh: token } = nia.answer.body.tokens;
  const tries = [
    `/api/auth/me?access_token=${access}`,
    `/api/auth/me?token=${access}`,
    `/api/shifts?authorization=Bearer%20${access}`,
  ];
  for (const path of tries) expect([400, 401]).toContain((await world.anyone.get(path)).status);
  const inAddress = `/api/auth/login?email=${nia.email}&password=${encodeURIComponent(goodPassword)}`;
  expect((await world.anyone.post(inAddress, {})).status).toBe(400);
  expect((await world.anyone.post(`/api/auth/refresh?refresh=${token}`, {})).status).toBe(401);
});

test('S-013 a log-in starts a session of its own, whatever came before', async () => {
  const nia = await someone(world);
  const before = nia.answer.body.tokens.refresh;
  const cookie = `callboard_refresh=${before}`;
  const answer = await login(nia.email, goodPassword, { cookie });
  expect(cookieOf(answer).value).not.toBe(before);
  const { body: sessions } = await withKey(world, answer.body.tokens.access).get(
    '/api/auth/sessions',
  );
  expect(sessions).toHaveLength(2);
  const planted = await login(nia.email, goodPassword, { cookie: 'callboard_refresh=planted' });
  expect(planted.body.tokens.refresh).not.toContain('planted');
  expect((await refresh(world, 'planted')).status).toBe(401);
});

describe('second factor', () => {
  test('S-014 a code counts once, one step early or late too; after five wrong ones 429', async () => {
    const nia = await someone(world);
    const { secret } = await enrol(world, nia);
    const code = await codeOf(world, secret);
    expect((await logInWithCode(world, nia, code)).status).toBe(200);
    expect((await logInWithCode(world, nia, code)).status).toBe(401);
    expect((await logInWithCode(world, nia, await codeOf(world, secret, 1))).status).toBe(200);
    expect((await logInWithCode(world, nia, await codeOf(world, secret, 2))).status).toBe(401);
    world.clock.advance({ minutes: 15 });
    for (let i = 0; i < 5; i += 1) {
      expect((await logInWithCode(world, nia, `00000${i}`)).status).toBe(401);
    }
    expect((await logInWithCode(world, nia, await codeOf(world, secret))).status).toBe(429);
  });

  test('S-015 a recovery code counts once; the stored ones are MACs', async () => {
    const nia = await someone(world);
    const { codes } = await enrol(world, nia);
    const [code = ''] = codes;
    expect((await logInWithCode(world, nia, code)).status).toBe(200);
    expect((await logInWithCode(world, nia, code)).status).toBe(401);
    const stored = JSON.stringify(await world.sql('SELECT * FROM recovery_code'));
    for (const one of codes) expect(stored).not.toContain(one.replace('-', ''));
  });
});

describe('S-016 addresses', () => {
  test.each([
    ['NUL', 'ada\0@harbour.example', 400],
    ['a megabyte', `${'a'.repeat(1_000_000)}@harbour.example`, 413],
    ['300 characters', `${'a'.repeat(300)}@harbour.example`, 400],
    ['right to left', '\u202eada@harbour.example', 401],
    ['another alphabet', 'аda@harbour.example', 401],
    ['a lone surrogate', 'a\ud800@harbour.example', 400],
  ])('%s', async (_, email, status) => {
    await forgetAllTries(world);
    expect((await login(email, goodPassword)).status).toBe(status);
  });

  test('are compared in lower case, nothing else', async () => {
    const nia = await someone(world);
    expect((await logIn(world, nia.email.toUpperCase())).status).toBe(200);
    expect((await logIn(world, nia.email.replace('@', '+x@'))).status).toBe(401);
  });
});

test('S-017 SQL in every field of the log-in: 400 or 401', async () => {
  await forgetAllTries(world);
  const pieces = ["' OR '1'='1", "ada@harbour.example'--", '"; DROP TABLE account; --', '%_\\'];
  for (const piece of pieces) {
    const answers = await Promise.all([
      login(piece, goodPassword),
      login('ada@harbour.example', piece),
      logIn(world, 'nobody@harbour.example', goodPassword, { organisation: piece }),
    ]);
    for (const { status } of answers) expect([400, 401]).toContain(status);
  }
});
