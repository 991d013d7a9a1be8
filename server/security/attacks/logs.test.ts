import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import { openProgram } from '../../app.ts';
import { goodPassword, mailedToken } from '../../identity/testing.ts';
import { whenDone } from '../../testing/open-things.ts';
import { openWorld, type World } from '../../testing/open-world.ts';
import { someone } from '../testing.ts';

/** S-012, S-038, S-061: what the log may never hold, at its most talkative. */
let world: World;
let origin: string;
const lines: string[] = [];

beforeAll(async () => {
  world = await openWorld();
  const folder = await mkdtemp(join(tmpdir(), 'callboard-log-'));
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const { config, clock } = world.program.app;
  const node = await openProgram({ ...config, logLevel: 'trace' }, world.databaseUrl, clock, log);
  origin = await node.server.listen({ port: 0, host: '127.0.0.1' });
  whenDone(async () => {
    await node.stop();
    await rm(folder, { recursive: true, force: true });
  });
});

test('S-012 no password, token, key or cookie gets into the log', async () => {
  const nia = await someone(world);
  const { access, refresh } = nia.answer.body.tokens;
  const mailed = await mailedToken(world, 'verify-email', nia.email);
  const made = { name: 'x', scopes: ['shift.read'] };
  const { key } = (await nia.client.post('/api/auth/api-keys', made)).body;
  const send = (path: string, init: RequestInit = {}) => fetch(origin + path, init);
  const json = { 'content-type': 'application/json' };
  const body = JSON.stringify({ email: nia.email, password: goodPassword });
  await send('/api/auth/login', { method: 'POST', body, headers: json });
  await send(`/api/auth/me?token=${access}`, { headers: { authorization: `Bearer ${access}` } });
  await send(`/api/shifts?access_token=${key}`, { headers: { authorization: `Bearer ${key}` } });
  await send(`/reset-password?token=${mailed}`);
  await send(`/api/none?token=${mailed}`, { headers: { cookie: `callboard_refresh=${refresh}` } });
  await send('/api/auth/refresh', {
    ...{ method: 'POST', body: JSON.stringify({ refresh }), headers: json },
  });
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/api/ws?token=${access}`);
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send(JSON.stringify({ type: 'authenticate', token: access }));
  await new Promise((resolve) => socket.once('message', resolve));
  socket.close();
  const log = lines.join('');
  expect(log).toContain('"route":"login"');
  for (const secret of [goodPassword, access, refresh, mailed, key]) {
    expect(log).not.toContain(secret);
  }
});
