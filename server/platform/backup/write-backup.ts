import { createWriteStream } from 'node:fs';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type Pack, pack } from 'tar-stream';
import type { Config } from '../config.ts';
import { ranMigrations } from '../migrate.ts';
import { isStored, listFolder, placeIn } from './data-folder.ts';
import {
  type Ending,
  endingEntry,
  folderPrefix,
  type Manifest,
  manifestEntry,
  tablePrefix,
} from './manifest.ts';
import { readTables, setPlainText, type Table } from './tables.ts';
import { wrap } from './wrapping.ts';

const chunkBytes = 4 * 1_048_576;

/** What a backup holds. */
export type Written = { tables: number; rows: number; files: number; bytes: number };

/**
 * Writes database and data folder into one file: a tar of `manifest.json`, the folder's files, every
 * table as COPY text in the order of its key, and `end.json`, compressed, encrypted if there is a
 * passphrase. All tables are of one moment; the program may go on meanwhile. The database must be
 * up to date.
 */
export async function writeBackup(
  config: Config,
  url: string,
  file: string,
  passphrase: string | null,
): Promise<Written> {
  const client = new pg.Client({ connectionString: url, application_name: 'callboard_backup' });
  await client.connect();
  const part = `${file}.part`;
  try {
    const tar = pack();
    const saved = pipeline(
      await wrap(Readable.from(tar), passphrase),
      createWriteStream(part, { mode: 0o600 }),
    );
    const [written] = await Promise.all([fill(tar, client, config).catch(endWith(tar)), saved]);
    await rename(part, file);
    return { ...written, bytes: (await stat(file)).size };
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

function endWith(tar: Pack) {
  return (error: Error): never => {
    tar.destroy(error);
    throw error;
  };
}

async function fill(tar: Pack, client: pg.Client, config: Config): Promise<Omit<Written, 'bytes'>> {
  // The folder first: its anchors must not be ahead of the journal.
  const names = (await listFolder(config.dataFolder)).filter((name) => !isStored(name));
  const files = await Promise.all(
    names.map(async (name) => [name, await readFile(placeIn(config.dataFolder, name))] as const),
  );
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  await setPlainText(client);
  const manifest = await describe(client, config);
  await add(tar, manifestEntry, json(manifest));
  for (const [name, bytes] of files) await add(tar, folderPrefix + name, bytes);
  const stored = await addStored(tar, config.dataFolder);
  const tables = await readTables(client);
  const ending: Ending = { tables: {} };
  await client.query('SET LOCAL ROLE callboard_backup');
  for (const table of tables) ending.tables[table.name] = await addTable(tar, client, table);
  await client.query('COMMIT');
  await add(tar, endingEntry, json(ending));
  tar.finalize();
  const rows = Object.values(ending.tables).reduce((sum, count) => sum + count, 0);
  return { tables: tables.length, rows, files: files.length + stored };
}

async function describe(client: pg.Client, config: Config): Promise<Manifest> {
  const migrations = await ranMigrations(client);
  const { rows } = await client.query<{ lost_from: string }>(
    'SELECT journal_horizon()::text AS lost_from',
  );
  return {
    format: 'callboard-backup 1',
    made_at: Temporal.Now.instant().round('second').toString(),
    migrations,
    journal: { lost_from: rows[0]?.lost_from ?? '0' },
    secret: config.secret ? 'setting' : 'folder',
  };
}

/**
 * Files that people sent, after the moment of the tables: each that a row speaks of is there. What is
 * dropped meanwhile stays for an hour (`server/files/sweep-files.ts`); gone, it is left out.
 */
async function addStored(tar: Pack, folder: string): Promise<number> {
  let count = 0;
  for (const name of (await listFolder(folder)).filter(isStored)) {
    const handle = await open(placeIn(folder, name)).catch(() => null);
    if (!handle) continue;
    try {
      const { size } = await handle.stat();
      await pourInto(tar, folderPrefix + name, size, handle.createReadStream({ autoClose: false }));
      count += 1;
    } finally {
      await handle.close();
    }
  }
  return count;
}

function pourInto(tar: Pack, name: string, size: number, bytes: Readable): Promise<void> {
  const entry = tar.entry({ name, size, mode: 0o600, mtime: new Date(0) });
  return pipeline(bytes, entry as unknown as Writable);
}

async function addTable(tar: Pack, client: pg.Client, table: Table): Promise<number> {
  const order = table.key.join(', ');
  const source = client.query(
    copyTo(
      `COPY (SELECT ${table.columns.join(', ')} FROM ${table.name} ORDER BY ${order}) TO STDOUT`,
    ),
  );
  let number = 0;
  let held: Buffer[] = [];
  const flush = async () => {
    number += 1;
    const name = `${tablePrefix}${table.name}/${String(number).padStart(6, '0')}.copy`;
    await add(tar, name, Buffer.concat([Buffer.from(number > 1 ? '' : header(table)), ...held]));
    held = [];
  };
  for await (const chunk of source) {
    held.push(chunk);
    if (held.reduce((sum, { length }) => sum + length, 0) >= chunkBytes) await flush();
  }
  if (held.length > 0 || number === 0) await flush();
  return source.rowCount;
}

// The first line names the columns, as COPY … WITH (HEADER) would.
const header = ({ columns }: Table) => `${columns.join('\t')}\n`;

/** Resolves when the entry has been read: so much waits in memory and no more. */
function add(tar: Pack, name: string, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (error?: Error | null) => (error ? reject(error) : resolve());
    const header = { name, size: bytes.length, mode: 0o600, mtime: new Date(0) };
    tar.entry(header, done).end(bytes);
  });
}

const json = (value: object) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
