import { chmod, mkdtemp, readdir, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import {
  discardEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../server/platform/embedded-postgres.ts';

const prefix = 'callboard-test-';
const leftoverAfterMs = 10 * 60_000;

declare module 'vitest' {
  export interface ProvidedContext {
    /** A PostgreSQL server with superuser rights; each test file makes its own database in it. */
    databaseUrl: string;
  }
}

/** One PostgreSQL for a whole test run: TEST_DATABASE_URL, or our own in a temporary folder. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    project.provide('databaseUrl', given);
    return async () => {};
  }
  await discardLeftovers();
  const folder = await mkdtemp(path.join(os.tmpdir(), prefix));
  // PostgreSQL's own account must be able to enter when we are root.
  await chmod(folder, 0o755);
  const database = await startEmbeddedPostgres({ folder, fsync: false, settings });
  project.provide('databaseUrl', database.url);
  return async () => {
    await database.stop();
    await discardEmbeddedPostgres(folder);
  };
}

const settings = { max_connections: '400', autovacuum: 'off' };

/** What runs that were killed left behind. */
async function discardLeftovers(): Promise<void> {
  for (const name of await readdir(os.tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const folder = path.join(os.tmpdir(), name);
    const { mtimeMs } = await stat(folder);
    // A younger one may be another run's, about to start.
    if (Date.now() - mtimeMs < leftoverAfterMs) continue;
    await discardEmbeddedPostgres(folder).catch(() => undefined);
  }
}
