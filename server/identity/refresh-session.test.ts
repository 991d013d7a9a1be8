import { beforeAll, describe, expect, test } from 'vitest';
import { clientOf } from '../testing/client.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import {
  cookieOf,
  eventsAbout,
  harbourCode,
  holding,
  mailsTo,
  refresh,
  register,
} from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const ended = { status: 401, body: { code: 'session_ended' } };

describe('a refresh token', () => {
  test('is traded for the next; nothing stored is a token', async () => {
    const { tokens } = (await register(world)).body;
    const answer = await refresh(world, tokens.refresh);
    expect(answer.status).toBe(200);
    expect(answer.body.refresh).not.toBe(tokens.refresh);
    expect(cookieOf(answer).value).toBe(answer.body.refresh);
    const client = clientOf(world.origin, async () => answer.body.access);
    expect((await client.get('/api/auth/me')).status).toBe(200);
    const rows = await world.sql<{ hash: Buffer }>('SELECT hash, successor FROM refresh_token');
    expect(rows.every(({ hash }) => hash.length === 32)).toBe(true);
    expect(JSON.stringify(rows)).not.toContain(answer.body.refresh);
  });

  test('spent, gives the same successor for ten seconds: two tabs, a lost answer', async () => {
    const { tokens } = (await register(world)).body;
    const tabs = await Promise.all([1, 2, 3].map(() => refresh(world, tokens.refresh)));
    expect(tabs.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(tabs.map(({ body }) => body.refresh)).size).toBe(1);
    world.clock.advance({ seconds: 10 });
    expect((await refresh(world, tokens.refresh)).body.refresh).toBe(tabs[0]?.body.refresh);
  });

  test('of a tab that comes late in that time is answered with the newest', async () => {
    const { tokens } = (await register(world)).body;
    const second = (await refresh(world, tokens.refresh)).body.refresh;
    const third = (await refresh(world, second)).body.refresh;
    expect((await refresh(world, tokens.refresh)).body.refresh).toBe(third);
  });

  test('spent, later: the whole session ends and its person is told', async () => {
    const registered = await register(world);
    const { id, email } = registered.body.user;
    const first = registered.body.tokens.refresh;
    const second = (await refresh(world, first)).body.refresh;
    world.clock.advance({ seconds: 11 });
    expect(await refresh(world, first)).toMatchObject(ended);
    expect(await refresh(world, second)).toMatchObject(ended);
    expect((await holding(world, registered).get('/api/auth/me')).status).toBe(401);
    expect(await refresh(world, first)).toMatchObject(ended);
    const events = await eventsAbout(world, id);
    expect(events.filter((event) => event === 'session.reused')).toHaveLength(1);
    expect(await mailsTo(world, email)).toEqual(['verify-email', 'session-reused']);
  });

  test('used by many at once is spent once', async () => {
    const { tokens, user } = (await register(world)).body;
    await Promise.all(Array.from({ length: 10 }, () => refresh(world, tokens.refresh)));
    const rows = await world.sql(
      `SELECT t.hash FROM refresh_token t JOIN session s ON s.id = t.session_id WHERE s.person_id = $1`,
      [user.id],
    );
    expect(rows).toHaveLength(2);
  });
});

describe('a session ends', () => {
  test('after 14 days without use', async () => {
    const { tokens } = (await register(world)).body;
    world.clock.advance({ hours: 14 * 24, seconds: 1 });
    expect(await refresh(world, tokens.refresh)).toMatchObject(ended);
  });

  test('after 30 days, however often it is used', async () => {
    let token = (await register(world)).body.tokens.refresh;
    for (const days of [13, 13]) {
      world.clock.advance({ hours: days * 24 });
      token = (await refresh(world, token)).body.refresh;
    }
    world.clock.advance({ hours: 4 * 24, seconds: 1 });
    expect(await refresh(world, token)).toMatchObject(ended);
  });

  test('for someone deactivated', async () => {
    const { tokens, user } = (await register(world, { join_code: await harbourCode(world) })).body;
    await world.sql('UPDATE person SET active = false WHERE id = $1', [user.id]);
    expect(await refresh(world, tokens.refresh)).toMatchObject(ended);
  });
});

test('an access token does not refresh, a refresh token is no access', async () => {
  const { tokens } = (await register(world)).body;
  expect(await refresh(world, tokens.access)).toMatchObject({ status: 400 });
  const client = clientOf(world.origin, async () => tokens.refresh);
  expect((await client.get('/api/auth/me')).status).toBe(401);
});

describe('by cookie', () => {
  const withCookie = (value: string, headers: Record<string, string> = {}) =>
    world.anyone.post(
      '/api/auth/refresh',
      {},
      { cookie: `callboard_refresh=${value}`, ...headers },
    );

  test('works from our own pages', async () => {
    const { tokens } = (await register(world)).body;
    const answer = await withCookie(tokens.refresh, {
      origin: world.origin,
      'sec-fetch-site': 'same-origin',
    });
    expect(answer.status).toBe(200);
  });

  test('is refused from another site', async () => {
    const { tokens } = (await register(world)).body;
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      expect(await withCookie(tokens.refresh, headers as never)).toMatchObject({
        status: 403,
        body: { code: 'foreign_origin' },
      });
    }
    expect((await withCookie(tokens.refresh)).status).toBe(200);
  });

  test('changed, cut, doubled or huge, it is a 401 and cleared', async () => {
    const { tokens } = (await register(world)).body;
    const { refresh: good } = tokens;
    const changed = `${good.slice(0, -1)}${good.endsWith('A') ? 'B' : 'A'}`;
    for (const value of [changed, good.slice(0, 20), `${good}${good}`, 'x'.repeat(5_000)]) {
      const answer = await withCookie(value);
      expect(answer).toMatchObject(ended);
      expect(cookieOf(answer).value).toBe('');
    }
    expect((await withCookie('')).status).toBe(401);
    expect((await world.anyone.post('/api/auth/refresh', {})).status).toBe(401);
  });

  test('a form cannot send it', async () => {
    const { tokens } = (await register(world)).body;
    const answer = await world.anyone.send('POST', '/api/auth/refresh', {
      headers: { 'content-type': 'text/plain', cookie: `callboard_refresh=${tokens.refresh}` },
      body: '{}',
    });
    expect(answer.status).toBe(415);
  });
});
