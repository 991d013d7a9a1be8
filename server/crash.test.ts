import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoPassword } from './demo/module.ts';
import { clientOf } from './testing/client.ts';
import { openWorld, type World } from './testing/open-world.ts';
import { openPostOffice, type PostOffice } from './testing/post-office.ts';
import { type Running, runCommand, runProgram } from './testing/run-program.ts';
import { until } from './testing/until.ts';

let world: World;
let postOffice: PostOffice;
let env: Record<string, string>;
let origin: string;
let folder: string;
let running: Running | null = null;

beforeAll(async () => {
  // Only its database is used; the program under test is a process of its own.
  world = await openWorld();
  postOffice = await openPostOffice();
  folder = await mkdtemp(join(tmpdir(), 'callboard-crash-'));
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  env = {
    PORT: String(port),
    CALLBOARD_DATA: folder,
    DATABASE_URL: world.databaseUrl,
    SMTP_URL: postOffice.url,
  };
});
afterAll(async () => {
  await running?.kill('SIGKILL');
  await postOffice.close();
  await rm(folder, { recursive: true, force: true });
});

test('killed between commit and delivery: every mail arrives, once, and the journal verifies', {
  timeout: 120_000,
}, async () => {
  running = await runProgram(env);
  postOffice.behave('stall');
  const shift = await askAndApprove();
  await until('a mail under way', () => postOffice.stalled() > 0);
  await running.kill('SIGKILL');
  expect(postOffice.taken).toEqual([]);
  expect(await openMessages()).toBe(3);

  postOffice.behave('take');
  running = await runProgram(env);
  await until('no message open', async () => (await openMessages()) === 0, 60);
  expect(postOffice.taken.map(({ to }) => to).sort()).toEqual([
    'ada@harbour.example',
    'ben@harbour.example',
    'cleo@harbour.example',
  ]);
  expect(new Set(postOffice.taken.map(({ messageId }) => messageId)).size).toBe(3);
  const shifts = await world.sql('SELECT status FROM shift WHERE id = $1', [shift]);
  expect(shifts).toEqual([{ status: 'APPROVED' }]);

  await running.kill('SIGTERM');
  const verified = await runCommand('verify-journal', env);
  expect(verified.output).toMatch(/entries in 2 chains verified, 0 not sealed yet/);
  expect(verified.code).toBe(0);
});

async function askAndApprove(): Promise<string> {
  const cleo = clientOf(origin, await logIn('cleo'));
  const ben = clientOf(origin, await logIn('ben'));
  const dates = { start_date: '2026-12-01', end_date: '2026-12-31' };
  const period = await ben.post('/api/schedule-periods', { name: 'December', ...dates });
  const wish = { date: '2026-12-01', start_time: '06:00', end_time: '09:00' };
  const shift = await cleo.post('/api/shifts', { schedule_period: period.body.id, ...wish });
  const approved = await ben.post(`/api/shifts/${shift.body.id}/approve`, {});
  expect(approved.status).toBe(200);
  return shift.body.id;
}

async function logIn(key: string) {
  const anyone = clientOf(origin, async () => null);
  const body = { email: `${key}@harbour.example`, password: demoPassword };
  const { body: answer } = await anyone.post('/api/auth/login', body);
  return async () => answer.tokens.access as string;
}

async function openMessages(): Promise<number> {
  const open = await world.sql("SELECT id FROM message WHERE status IN ('queued', 'sending')");
  return open.length;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}
