import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { serveMetrics } from './metrics.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('health and readiness need no log-in and tell nothing of anyone', async () => {
  expect(await world.anyone.get('/api/health')).toMatchObject({
    status: 200,
    body: { status: 'ok' },
  });
  expect(await world.anyone.get('/api/ready')).toMatchObject({
    status: 200,
    body: { database: 'ok' },
  });
});

test('metrics have a port of their own and count by route, without ids or names', async () => {
  await world.as.ben.get('/api/shifts');
  const config = { ...world.program.app.config, metricsPort: 19_464 };
  const metrics = serveMetrics(config, world.program.app.metrics, world.program.app.log);
  try {
    const text = await (await fetch('http://127.0.0.1:19464/metrics')).text();
    expect(text).toContain('callboard_request_seconds_count{route="listShifts",status="200"} 1');
    expect(text).not.toMatch(/harbour|Lindqvist/i);
    expect((await world.anyone.get('/metrics')).body).not.toContain('callboard_request_seconds');
  } finally {
    metrics.close();
  }
});

test('every answer carries its request id, also inside a problem', async () => {
  const answer = await world.as.ben.get('/api/shifts/01a1f000-0000-7000-8000-000000000000');
  expect(answer.body.request_id).toBe(answer.headers.get('x-request-id'));
  expect(answer.body.request_id).toMatch(/^[0-9a-f-]{36}$/);
});

test('the API is not cached, not framed, not sniffed; no foreign origin may read it', async () => {
  const { headers } = await world.anyone.get('/api/setup', { origin: 'https://evil.example' });
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(headers.get('content-security-policy')).toContain("script-src 'self';");
  expect(headers.get('access-control-allow-origin')).toBeNull();
});

describe('the API reference', () => {
  test('runs its own inline script and no other', async () => {
    const { headers, body } = await world.anyone.get('/api/docs/');
    expect(body).toContain('<script');
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self' 'sha256-[^']+'/);
  });
});

test('what breaks on our side is one generic sentence with the request id', async () => {
  await world.sql('ALTER TABLE coverage_window RENAME TO coverage_window_gone');
  try {
    const answer = await world.as.ben.get('/api/coverage-windows');
    expect(answer).toMatchObject({ status: 500, body: { code: 'internal' } });
    expect(JSON.stringify(answer.body)).not.toMatch(/coverage_window|relation|select|\.ts/i);
  } finally {
    await world.sql('ALTER TABLE coverage_window_gone RENAME TO coverage_window');
  }
});

test('a missing file of the web app is no page', async () => {
  expect((await world.anyone.get('/assets/none.js')).status).toBe(404);
});
