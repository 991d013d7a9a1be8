import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import pg from 'pg';
import { ConfigError } from './config.ts';
import { alignEra } from './journal-era.ts';

const folder = resolve(import.meta.dirname, '../../migrations');
/** One migrator at a time, however many nodes start together. */
const lockKey = 7_205_331;

/** A migration by its file's name and hash (SHA-256). */
export type Migration = { name: string; hash: string };

/**
 * Brings the database of `url` up to date, as its owner: roles, then each migration once, in order,
 * each in a transaction; `upTo` stops after those named. Returns the names it ran. A migration that
 * changed after it ran is refused.
 */
export async function migrate(url: string, upTo?: ReadonlySet<string>): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'callboard_migrate' });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockKey]);
    await checkVersion(client);
    await makeRoles(client);
    const ran = await runPending(client, upTo);
    if (!upTo) await alignEra(client);
    return ran;
  } finally {
    await client.end();
  }
}

/** All migrations of this program, in order. */
export async function ownMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(names.map(async (name) => ({ name, hash: hashOf(await textOf(name)) })));
}

/** What ran on a database; none when nothing ever did. */
export async function ranMigrations(client: pg.ClientBase): Promise<Migration[]> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('migration') IS NOT NULL AS there`,
  );
  if (!rows[0]?.there) return [];
  return (await client.query<Migration>('SELECT name, hash FROM migration ORDER BY name')).rows;
}

/** ConfigError unless all migrations ran on the database of `url`. */
export async function refuseBehind(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'callboard_migrate' });
  await client.connect();
  const ran = await ranMigrations(client).finally(() => client.end());
  const pending = (await ownMigrations()).length - ran.length;
  if (pending === 0) return;
  throw new ConfigError(`The database is ${pending} migrations behind: run "callboard migrate".`);
}

const textOf = (name: string) => readFile(resolve(folder, name), 'utf8');
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

async function checkVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
  const version = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
  if (version < 15) {
    throw new ConfigError(`This is PostgreSQL ${version}; Callboard needs 15 or later.`);
  }
}

// Roles belong to the cluster: another database of it may have made them, or be making them now.
async function makeRoles(client: pg.Client): Promise<void> {
  for (const role of ['callboard_app', 'callboard_system', 'callboard_backup']) {
    try {
      await client.query(`DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN
          CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
        END IF;
        IF NOT pg_has_role(current_user, '${role}', 'MEMBER') THEN
          EXECUTE format('GRANT ${role} TO %I', current_user);
        END IF;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`);
    } catch (error) {
      throw new ConfigError(
        `The user of DATABASE_URL may not make the role ${role} (${(error as Error).message}). Let it: ALTER ROLE … CREATEROLE, or make the role and grant it to that user.`,
      );
    }
  }
}

async function runPending(client: pg.Client, upTo?: ReadonlySet<string>): Promise<string[]> {
  await client.query(`CREATE TABLE IF NOT EXISTS migration (
    name text PRIMARY KEY, hash text NOT NULL, ran_at timestamptz NOT NULL DEFAULT now())`);
  const ran = new Map((await ranMigrations(client)).map((row) => [row.name, row.hash]));
  const pending: string[] = [];
  for (const { name, hash } of await ownMigrations()) {
    if (ran.has(name)) {
      if (ran.get(name) !== hash) throw new Error(`Migration ${name} changed after it ran.`);
      continue;
    }
    if (upTo && !upTo.has(name)) continue;
    await runOne(client, name, hash);
    pending.push(name);
  }
  return pending;
}

async function runOne(client: pg.Client, name: string, hash: string): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(`SET LOCAL lock_timeout = '10s'`);
    await client.query(await textOf(name));
    await client.query('INSERT INTO migration (name, hash) VALUES ($1, $2)', [name, hash]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error });
  }
}
