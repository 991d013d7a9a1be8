import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ConfigError } from './config-error.ts';
import {
  discardEmbeddedPostgres,
  joinEmbeddedPostgres,
  startEmbeddedPostgres,
} from './embedded-postgres.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'callboard-test-embedded-'));
  await chmod(folder, 0o755);
});
afterEach(() => discardEmbeddedPostgres(folder));

test('keeps its data over a stop and a second start', async () => {
  const first = await startEmbeddedPostgres({ folder });
  await query(first.url, 'create table note as select 1 as kept');
  await first.stop();
  const second = await startEmbeddedPostgres({ folder });
  expect(await query(second.url, 'select kept from note')).toEqual([{ kept: 1 }]);
  expect(await query(second.url, 'show fsync')).toEqual([{ fsync: 'on' }]);
  await second.stop();
});

test('refuses a second start while the first lives, in words', async () => {
  const first = await startEmbeddedPostgres({ folder, fsync: false });
  const refused = startEmbeddedPostgres({ folder });
  await expect(refused).rejects.toThrow(/Another Callboard .* works on/);
  // The command line prints such an error as its one sentence.
  await expect(refused).rejects.toBeInstanceOf(ConfigError);
  expect(await query(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await first.stop();
});

test('a command joins the one that runs and leaves it running; without one it starts its own', async () => {
  const running = await startEmbeddedPostgres({ folder, fsync: false });
  await query(running.url, 'create table note as select 4 as kept');
  const joined = await joinEmbeddedPostgres({ folder });
  expect(joined.port).toBe(running.port);
  expect(await query(joined.url, 'select kept from note')).toEqual([{ kept: 4 }]);
  await joined.stop();
  expect(await query(running.url, 'select kept from note')).toEqual([{ kept: 4 }]);
  await running.stop();
  const own = await joinEmbeddedPostgres({ folder });
  expect(await query(own.url, 'select kept from note')).toEqual([{ kept: 4 }]);
  await own.stop();
  await expect(query(own.url, 'select 1')).rejects.toThrow();
});

test('ends the orphan of a killed process and finds what was committed', async () => {
  const { holder, url } = await startHolder();
  await query(url, 'create table note as select 2 as kept');
  const orphan = await postmaster();
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  const again = await startEmbeddedPostgres({ folder });
  expect(await postmaster()).not.toBe(orphan);
  expect(await query(again.url, 'select kept from note')).toEqual([{ kept: 2 }]);
  await again.stop();
});

test('starts PostgreSQL again, at the same port, when that was killed', async () => {
  const database = await startEmbeddedPostgres({ folder });
  await query(database.url, 'create table note as select 3 as kept');
  process.kill(await postmaster(), 'SIGKILL');
  await expect
    .poll(() => query(database.url, 'select kept from note').catch(() => []), { timeout: 20_000 })
    .toEqual([{ kept: 3 }]);
  await database.stop();
});

test('starts when the process number of a dead PostgreSQL is now someone else', async () => {
  const { holder, url } = await startHolder();
  await query(url, 'create table note as select 4 as kept');
  const orphan = await postmaster();
  holder.kill('SIGKILL');
  process.kill(orphan, 'SIGKILL');
  await sleep(500);
  const file = path.join(folder, 'cluster', 'postmaster.pid');
  await writeFile(file, (await readFile(file, 'utf8')).replace(/^\d+/, String(process.pid)));
  const again = await startEmbeddedPostgres({ folder });
  expect(await query(again.url, 'select kept from note')).toEqual([{ kept: 4 }]);
  await again.stop();
});

/** A process of its own that starts PostgreSQL on the folder and then only lives. */
async function startHolder(): Promise<{ holder: ChildProcess; url: string }> {
  const source = new URL('./embedded-postgres.ts', import.meta.url).href;
  const program = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(source)});
    const { url } = await startEmbeddedPostgres({ folder: ${JSON.stringify(folder)} });
    console.log(url);
    setInterval(() => {}, 60_000);`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(holder.stdout!, 'data');
  return { holder, url: String(line).trim() };
}

async function postmaster(): Promise<number> {
  const file = await readFile(path.join(folder, 'cluster', 'postmaster.pid'), 'utf8');
  return Number(file.split('\n')[0]);
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
