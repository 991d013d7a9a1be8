import pg from 'pg';
import { type Config, ConfigError } from '../config.ts';
import { beginEra } from '../journal-era.ts';
import { migrate, ownMigrations, ranMigrations } from '../migrate.ts';
import { isStored, pourFile, putFile } from './data-folder.ts';
import { type Loader, openLoader } from './load-tables.ts';
import {
  type Ending,
  endingEntry,
  folderPrefix,
  type Manifest,
  manifestEntry,
  tablePrefix,
} from './manifest.ts';
import { bytesOf, type Entry, readEntries } from './read-entries.ts';
import { liftGuards, moveSequences, readTables, setPlainText } from './tables.ts';

/** What was restored; `kept` are files that were there before, under their new names. */
export type Restored = {
  madeAt: string;
  rows: number;
  files: string[];
  /** How many of the files are ones that people sent. */
  stored: number;
  kept: string[];
  secret: Manifest['secret'];
};

type Source = { file: string; passphrase: string | null };

/**
 * Fills an empty database and its data folder from a backup, all or nothing. The database gets the
 * migrations that the backup had; the caller runs the later ones. Cursors from before the backup go
 * on, later ones are refused (journal-era.ts). ConfigError when the database is not empty or in use,
 * or the backup is damaged, of a newer Callboard, or locked by another passphrase.
 */
export async function restoreBackup(
  config: Config,
  url: string,
  source: Source,
): Promise<Restored> {
  const manifest = await readManifest(source);
  const client = new pg.Client({ connectionString: url, application_name: 'callboard_restore' });
  await client.connect();
  try {
    await prepare(client, url, manifest);
    await client.query('BEGIN');
    await setPlainText(client);
    const restored = await load(client, config, source, manifest);
    await client.query('COMMIT');
    return restored;
  } finally {
    await client.end();
  }
}

async function readManifest({ file, passphrase }: Source): Promise<Manifest> {
  let manifest: Manifest | null = null;
  await readEntries(file, passphrase, async (name, entry) => {
    const bytes = name === manifestEntry ? await bytesOf(entry) : await skip(entry);
    if (bytes) manifest = JSON.parse(bytes.toString());
    else if (!manifest) throw new ConfigError(`${file} is not a backup of Callboard.`);
  });
  const found = manifest as Manifest | null;
  if (found?.format !== 'callboard-backup 1') {
    throw new ConfigError(`${file} is not a backup that this Callboard can read.`);
  }
  const own = new Map((await ownMigrations()).map(({ name, hash }) => [name, hash]));
  const strange = found.migrations.find(({ name, hash }) => own.get(name) !== hash);
  if (strange) {
    throw new ConfigError(
      `The backup has the migration ${strange.name}, which this Callboard has not: it was made by a newer one.`,
    );
  }
  return found;
}

async function skip(entry: Entry): Promise<null> {
  for await (const _ of entry);
  return null;
}

async function prepare(client: pg.Client, url: string, manifest: Manifest): Promise<void> {
  const names = new Set(manifest.migrations.map(({ name }) => name));
  const later = (await ranMigrations(client)).find(({ name }) => !names.has(name));
  if (later) {
    throw new ConfigError(
      `The database has the migration ${later.name}, which is later than the backup. Restore into a new database.`,
    );
  }
  const { rows } = await client.query<{ name: string }>(
    `SELECT application_name AS name FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'callboard_%'`,
  );
  if (rows.length > 0) {
    throw new ConfigError('A Callboard is running on this database. Stop it first.');
  }
  await migrate(url, names);
}

async function load(
  client: pg.Client,
  config: Config,
  source: Source,
  manifest: Manifest,
): Promise<Restored> {
  const tables = await readTables(client);
  const putBack = await liftGuards(client);
  await refuseFilled(client);
  await client.query(`TRUNCATE ${tables.map(({ name }) => name).join(', ')}`);
  const loader = openLoader(client, tables);
  const files = new Map<string, Buffer>();
  const { ending, stored } = await pour(config, source, loader, files);
  const rows = checkWhole(source, ending, await loader.end());
  await putBack();
  await moveSequences(client);
  await beginEra(client, BigInt(manifest.journal.lost_from));
  const kept: string[] = [];
  for (const [name, bytes] of files) {
    const before = await putFile(config.dataFolder, name, bytes);
    if (before) kept.push(before);
  }
  const { made_at: madeAt, secret } = manifest;
  return { madeAt, rows, files: [...files.keys()], stored, kept, secret };
}

async function refuseFilled(client: pg.Client): Promise<void> {
  for (const table of ['organisation', 'account', 'journal']) {
    const { rowCount } = await client.query(`SELECT FROM ${table} LIMIT 1`);
    if (rowCount) {
      throw new ConfigError(
        'This database is not empty; a backup is restored into an empty one only.',
      );
    }
  }
}

// What people sent goes where it belongs at once: should the rest fail, no row speaks of it, and the
// nightly sweep takes it away.
async function pour(
  config: Config,
  { file, passphrase }: Source,
  loader: Loader,
  files: Map<string, Buffer>,
): Promise<{ ending: Ending | null; stored: number }> {
  let ending: Ending | null = null;
  let stored = 0;
  await readEntries(file, passphrase, async (name, entry) => {
    const inFolder = name.startsWith(folderPrefix) ? name.slice(folderPrefix.length) : null;
    if (inFolder !== null && isStored(inFolder)) {
      await pourFile(config.dataFolder, inFolder, entry);
      stored += 1;
      return;
    }
    const bytes = await bytesOf(entry);
    if (inFolder !== null) files.set(inFolder, bytes);
    else if (name === endingEntry) ending = JSON.parse(bytes.toString());
    else if (name.startsWith(tablePrefix)) await loader.write(name.split('/')[1] ?? '', bytes);
  });
  return { ending, stored };
}

function checkWhole({ file }: Source, ending: Ending | null, loaded: Record<string, number>) {
  if (!ending) throw new ConfigError(`${file} is damaged: its end is missing.`);
  let rows = 0;
  for (const [table, count] of Object.entries(ending.tables)) {
    const found = loaded[table] ?? 0;
    if (found !== count) {
      throw new ConfigError(`${file} is damaged: ${table} has ${found} rows, not ${count}.`);
    }
    rows += count;
  }
  return rows;
}
