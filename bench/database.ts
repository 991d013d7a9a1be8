import { chmod, mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import {
  discardEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../server/platform/embedded-postgres.ts';
import { migrate } from '../server/platform/migrate.ts';
import { parentOf } from './usage.ts';

/** A migrated database on a PostgreSQL of our own, with the settings that `npm start` gives it. */
export type BenchDatabase = {
  url: string;
  folder: string;
  /** The process that all of PostgreSQL's processes are children of; 0 where nobody can tell. */
  postmaster: number;
  /** Connected as the owner. */
  owner: pg.Client;
  stop(): Promise<void>;
};

/** Starts PostgreSQL in a temporary folder (fsync on) and migrates it. */
export async function openDatabase(): Promise<BenchDatabase> {
  const folder = await makeFolder();
  const postgres = await startEmbeddedPostgres({ folder });
  await migrate(postgres.url);
  const owner = new pg.Client({ connectionString: postgres.url });
  await owner.connect();
  const { rows } = await owner.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return {
    url: postgres.url,
    folder,
    postmaster: parentOf(rows[0]?.pid ?? 0),
    owner,
    async stop() {
      await owner.end();
      await postgres.stop();
      await discardEmbeddedPostgres(folder);
    },
  };
}

/** A temporary folder that PostgreSQL's own account can enter when we are root. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'callboard-bench-'));
  await chmod(folder, 0o755);
  return folder;
}
