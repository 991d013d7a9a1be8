import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoPassword } from './demo/module.ts';
import { type Client, clientOf } from './testing/client.ts';
import { type DatabaseProxy, openDatabaseProxy } from './testing/database-proxy.ts';
import { openWorld, type World } from './testing/open-world.ts';
import { openPeriod } from './testing/rota-steps.ts';
import { type Running, runProgram } from './testing/run-program.ts';
import { until } from './testing/until.ts';

let world: World;
let door: DatabaseProxy;
let period: string;
let folder: string;
let env: Record<string, string>;
let origin: string;
let running: Running | null = null;

beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
  door = await openDatabaseProxy(world.databaseUrl);
  folder = await mkdtemp(join(tmpdir(), 'callboard-killed-'));
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  env = { PORT: String(port), CALLBOARD_DATA: folder, CALLBOARD_ROLE: 'web' };
});
afterAll(async () => {
  await running?.kill('SIGKILL');
  door.close();
  await rm(folder, { recursive: true, force: true });
});

async function start(databaseUrl: string): Promise<Client> {
  running = await runProgram({ ...env, DATABASE_URL: databaseUrl });
  const anyone = clientOf(origin, async () => null);
  const body = { email: 'cleo@harbour.example', password: demoPassword };
  const { body: answer } = await anyone.post('/api/auth/login', body);
  return clientOf(origin, async () => answer.tokens.access as string);
}

const wishFor = (date: string) => ({
  ...{ schedule_period: period, date, start_time: '06:00', end_time: '09:00' },
});
const shiftsOn = (date: string) => world.sql('SELECT id FROM shift WHERE date = $1', [date]);

test('I-08: killed between commit and answer: the retry gets the first answer, and there is one shift', async () => {
  const wish = wishFor('2026-12-08');
  const headers = { 'idempotency-key': '"k-08"' };
  const cleo = await start(door.url);
  const caught = door.stopAtCommit('after', '2026-12-08');
  const cut = cleo.post('/api/shifts', wish, headers).catch(() => null);
  await caught;
  await until('it is committed', async () => (await shiftsOn('2026-12-08')).length === 1);
  await running?.kill('SIGKILL');
  expect(await cut).toBeNull();

  const again = await (await start(world.databaseUrl)).post('/api/shifts', wish, headers);
  expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
  expect(await shiftsOn('2026-12-08')).toEqual([{ id: again.body.id }]);
  await running?.kill('SIGKILL');
}, 120_000);

test('I-09: killed before the commit: the retry does it, once', async () => {
  const wish = wishFor('2026-12-09');
  const headers = { 'idempotency-key': '"k-09"' };
  const cleo = await start(door.url);
  const caught = door.stopAtCommit('before', '2026-12-09');
  const cut = cleo.post('/api/shifts', wish, headers).catch(() => null);
  await caught;
  await running?.kill('SIGKILL');
  expect(await cut).toBeNull();
  expect(await shiftsOn('2026-12-09')).toEqual([]);

  const again = await (await start(world.databaseUrl)).post('/api/shifts', wish, headers);
  expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, null]);
  expect(await shiftsOn('2026-12-09')).toEqual([{ id: again.body.id }]);
}, 120_000);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}
