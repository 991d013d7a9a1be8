import { beforeAll, describe, expect, test } from 'vitest';
import type { Route } from '../../../contract/platform/route.ts';
import * as contract from '../../../contract/routes.ts';
import { forgetAllTries, goodPassword } from '../../identity/testing.ts';
import { openWorld, type World } from '../../testing/open-world.ts';
import { validInput } from '../../testing/valid-input.ts';
import { someone } from '../testing.ts';

/** S-040 to S-043. */
let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const routes: Route[] = Object.values(contract);
const evil = { origin: 'https://evil.example' };

describe('S-040 another site', () => {
  test.each([
    ['another origin', evil],
    ['an origin that is hidden', { origin: 'null' }],
    ['a browser that says so', { 'sec-fetch-site': 'cross-site' }],
  ])('%s can’t use the cookie', async (_, headers) => {
    const nia = await someone(world);
    const cookie = `callboard_refresh=${nia.answer.body.tokens.refresh}`;
    const answer = await world.anyone.post('/api/auth/refresh', {}, {
      cookie,
      ...headers,
    } as never);
    expect(answer).toMatchObject({ status: 403, body: { code: 'foreign_origin' } });
  });

  test.each([
    ['another origin', evil],
    ['a browser that says so', { 'sec-fetch-site': 'cross-site' }],
  ])('%s can’t log someone in as somebody else', async (_, headers) => {
    const nia = await someone(world);
    const body = { email: nia.email, password: goodPassword };
    const answer = await world.anyone.post('/api/auth/login', body, headers as never);
    expect(answer).toMatchObject({ status: 403, body: { code: 'foreign_origin' } });
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  test('a form of our own page, which sends no referrer, is ours', async () => {
    const nia = await someone(world);
    const cookie = `callboard_refresh=${nia.answer.body.tokens.refresh}`;
    const headers = { cookie, origin: 'null', 'sec-fetch-site': 'same-origin' };
    expect((await world.anyone.post('/api/auth/refresh', {}, headers)).status).toBe(200);
  });

  test('a form, and JSON that says it is text', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      for (const path of ['/api/auth/refresh', '/api/auth/login', '/api/auth/logout-all']) {
        const init = { body: '{"email":"a","password":"b"}', headers: { 'content-type': type } };
        expect([401, 403, 415]).toContain((await world.anyone.send('POST', path, init)).status);
      }
    }
  });
});

test('S-041 every GET and HEAD of the API leaves everything as it is', async () => {
  await world.as.ada.get('/api/auth/me');
  const stored = async () => {
    const tables = await world.sql<{ name: string }>(
      `SELECT format('%I', relname) AS name FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
       WHERE relkind = 'r' AND nspname = 'public' ORDER BY 1`,
    );
    const prints: string[] = [];
    for (const { name } of tables) {
      const [row] = await world.sql<{ print: string }>(
        `SELECT coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS print FROM ${name} t`,
      );
      prints.push(`${name} ${row?.print}`);
    }
    return prints;
  };
  const params: Record<string, string> = {
    ...{ id: world.ids.cleo, year: '2026', month: '12', week: '50', date: '2026-12-01' },
  };
  const before = await stored();
  for (const route of routes.filter(({ method }) => method === 'GET')) {
    const path = route.path.replace(/:(\w+)/g, (_, name) => params[name] ?? 'x');
    const query = new URLSearchParams(validInput(route.query) as Record<string, string>);
    for (const method of ['GET', 'HEAD']) {
      const answer = await world.as.ada.send(method, `/api${path}?${query}`, {});
      expect(answer.status, `${method} ${path}`).toBeLessThan(500);
    }
  }
  for (const path of ['/api/openapi.json', '/api/health', '/api/ready', '/api/docs', '/login']) {
    await world.anyone.get(path);
  }
  expect(await stored()).toEqual(before);
});

test('S-042 no origin is let in by CORS: there is one origin, our own', async () => {
  for (const origin of ['https://evil.example', 'null', world.origin]) {
    const asked = await world.anyone.get('/api/setup', { origin });
    const preflight = await world.anyone.send('OPTIONS', '/api/auth/login', {
      headers: { origin, 'access-control-request-method': 'POST' },
    });
    for (const { headers } of [asked, preflight]) {
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  }
});

describe('S-043 headers', () => {
  const answers = async (of: World) => {
    const refused = await of.anyone.post('/api/auth/login', { email: 'x', password: 'y' });
    const paths = ['/api/setup', '/api/none', '/api/auth/me', '/api/openapi.json', '/', '/login'];
    const others = await Promise.all(paths.map((path) => of.anyone.get(path)));
    return [refused, await of.anyone.send('PUT', '/api/shifts', {}), ...others];
  };

  test('of every answer, good or bad, page or data', async () => {
    await forgetAllTries(world);
    for (const { headers } of await answers(world)) {
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("frame-ancestors 'none'");
      const scripts = policy.split(';').find((part) => part.trim().startsWith('script-src'));
      expect(scripts).toContain("'self'");
      expect(scripts).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('server')).toBeNull();
    }
  });

  test('data is kept by no cache', async () => {
    for (const path of ['/api/setup', '/api/auth/me', '/api/shifts']) {
      const { headers } = await world.as.ada.get(path);
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  test('on https a browser comes back by https only, for a year', async () => {
    const secure = await openWorld({ config: { url: 'https://rota.example' } });
    for (const { headers } of await answers(secure)) {
      const [, age] = /max-age=(\d+)/.exec(headers.get('strict-transport-security') ?? '') ?? [];
      expect(Number(age)).toBeGreaterThanOrEqual(31_536_000);
    }
  });
});
