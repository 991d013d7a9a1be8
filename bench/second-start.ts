import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { discardEmbeddedPostgres } from '../server/platform/embedded-postgres.ts';
import { root } from './child.ts';
import { makeFolder } from './database.ts';
import { freePort } from './stage.ts';

/** Seconds from `npm start`'s launcher to its ready line: on an empty folder, and again. */
export type Starts = { first: number; second: number };

/** Starts the whole program twice as `npm start` does, each time until it is ready. */
export async function measureStarts(): Promise<Starts> {
  const folder = await makeFolder();
  try {
    return { first: await startOnce(folder), second: await startOnce(folder) };
  } finally {
    await discardEmbeddedPostgres(folder);
    await rm(folder, { recursive: true, force: true });
  }
}

async function startOnce(folder: string): Promise<number> {
  const env = {
    ...process.env,
    CALLBOARD_DATA: folder,
    PORT: String(await freePort()),
    METRICS_PORT: '0',
    DATABASE_URL: '',
  };
  const startedAt = performance.now();
  const launcher = spawn(
    process.execPath,
    [path.join('scripts', 'launch.mjs'), 'server/cli.ts', 'start'],
    { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => launcher.once('exit', () => resolve()));
  let said = '';
  const ready = new Promise<number>((resolve, reject) => {
    launcher.stderr.on('data', (chunk) => (said += chunk));
    launcher.stdout.on('data', (chunk) => {
      said += chunk;
      if (/ready at/.test(said)) resolve((performance.now() - startedAt) / 1_000);
    });
    ended.then(() => reject(new Error(`it did not start: ${said.slice(-2_000)}`)));
  });
  try {
    return await ready;
  } finally {
    launcher.kill('SIGTERM');
    await ended;
  }
}
