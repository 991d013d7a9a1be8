import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { pino } from 'pino';
import { pack } from 'tar-stream';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { openProgram } from '../../app.ts';
import { reconcileFiles } from '../../files/module.ts';
import { stored } from '../../files/testing.ts';
import { anchorJournal, sealJournal, verifyJournal } from '../../journal/module.ts';
import { openWorld, type World } from '../../testing/open-world.ts';
import { approve, asked, openPeriod } from '../../testing/rota-steps.ts';
import { until } from '../../testing/until.ts';
import { write } from '../app.ts';
import { openPool } from '../database.ts';
import { newId } from '../id.ts';
import { record } from '../journal.ts';
import { parseCursor } from '../journal-reader.ts';
import { migrate, ownMigrations } from '../migrate.ts';
import { tenantById } from '../tenant.ts';
import type { Manifest } from './manifest.ts';
import { bytesOf, readEntries } from './read-entries.ts';
import { restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

let world: World;
let folder: string;
/** What someone sent: more than a few blocks of it. */
const letter = Buffer.from('Dear all,\n'.repeat(100_000));
const made: string[] = [];

beforeAll(async () => {
  world = await openWorld();
  folder = await mkdtemp(join(tmpdir(), 'callboard-backup-'));
  // The journal of a server that has seen more transactions than the one it is restored to.
  await world.sql(`CREATE OR REPLACE FUNCTION journal_shift() RETURNS bigint LANGUAGE sql IMMUTABLE
    RETURN 5000000000::bigint`);
  const period = await openPeriod(world);
  await approve(
    world,
    await asked(world, 'cleo', { period, notes: 'tab\tline\nback\\slash ü 🎭' }),
  );
  await stored(world, letter, 'letter.txt');
  await writeFile(join(world.dataFolder, 'incoming', 'half'), 'an upload that is coming in');
  await writeFile(join(world.dataFolder, 'secret'), 'a-secret-that-is-a-canary');
  await vi.waitUntil(async () => (await anchorJournal(world.program.app)) === 0);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await onServer(async (client) => {
    for (const name of made) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query('DROP ROLE IF EXISTS callboard_test_owner');
  });
});

async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: inject('databaseUrl') });
  await client.connect();
  return work(client).finally(() => client.end());
}

/** An empty database and an empty data folder. */
async function emptyPlace(owner?: string) {
  const name = `callboard_test_restore_${made.length}_${process.pid}`;
  made.push(name);
  await onServer((client) =>
    client.query(`CREATE DATABASE ${name}${owner ? ` OWNER ${owner}` : ''}`),
  );
  const url = new URL(inject('databaseUrl'));
  url.pathname = `/${name}`;
  const dataFolder = await mkdtemp(join(folder, 'data-'));
  return { url: url.href, config: { ...world.program.app.config, dataFolder } };
}

const backUp = (file: string, passphrase: string | null = null) =>
  writeBackup(world.program.app.config, world.databaseUrl, join(folder, file), passphrase);

/** A hash of every entry but the manifest, which says when it was made. */
async function contents(file: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  await readEntries(join(folder, file), null, async (name, entry) => {
    found[name] = createHash('sha256')
      .update(await bytesOf(entry))
      .digest('hex');
  });
  delete found['manifest.json'];
  return found;
}

async function verify(place: Awaited<ReturnType<typeof emptyPlace>>) {
  const systemPool = openPool(place.url, 'callboard_system', 1);
  return verifyJournal({ systemPool, config: place.config }).finally(() => systemPool.end());
}

test('S-115: backup, restore, backup: the same bytes, and the journal verifies against its anchors', async () => {
  const written = await backUp('one.tar.gz');
  expect(written.rows).toBeGreaterThan(40);
  const place = await emptyPlace();
  const restored = await restoreBackup(place.config, place.url, {
    file: join(folder, 'one.tar.gz'),
    passphrase: null,
  });
  expect(restored).toMatchObject({ rows: written.rows, kept: [] });
  await writeBackup(place.config, place.url, join(folder, 'two.tar.gz'), null);
  expect(await contents('two.tar.gz')).toEqual(await contents('one.tar.gz'));
  const verdict = await verify(place);
  expect(verdict).toMatchObject({ chains: 2, open: 0, faults: [] });
  expect(verdict.sealed).toBeGreaterThan(5);
  const names = await readdir(place.config.dataFolder);
  const plain = ['journal-anchors.jsonl', 'journal-key.pem', 'secret'];
  expect(names.sort()).toEqual(['files', ...plain]);
  for (const name of plain) {
    expect((await stat(join(place.config.dataFolder, name))).mode & 0o777).toBe(0o600);
  }
});

test('what people sent is in it, whole, and belongs to its rows again', async () => {
  const place = await emptyPlace();
  const source = { file: join(folder, 'one.tar.gz'), passphrase: null };
  const restored = await restoreBackup(place.config, place.url, source);
  expect(restored.stored).toBe(1);
  await migrate(place.url);
  const silent = pino({ level: 'silent' });
  const program = await openProgram(place.config, place.url, world.clock, silent);
  try {
    const { store } = program.app.files;
    const [key] = await Array.fromAsync(store.list());
    const bytes = await Array.fromAsync(await store.read(key!, 0, letter.length));
    expect(Buffer.concat(bytes).equals(letter)).toBe(true);
    expect(await reconcileFiles(program.app, Date.now() + 86_400_000)).toMatchObject({
      ...{ withoutRow: 0, withoutFile: 0, miscounted: 0 },
    });
  } finally {
    await program.stop();
  }
});

describe('the journal goes on after a restore', () => {
  test('new entries come after all old ones, are sealed and relayed; old cursors go on, lost ones are refused', async () => {
    await backUp('cursors.tar.gz');
    const [last] = await world.sql<{ cursor: string }>(
      `SELECT xid::text || '-' || seq AS cursor FROM journal ORDER BY journal.xid DESC, seq DESC LIMIT 1`,
    );
    const [lost] = await world.sql<{ cursor: string }>(
      `SELECT (journal_xid()::text::bigint + 1)::text || '-7' AS cursor`,
    );
    const place = await emptyPlace();
    await restoreBackup(place.config, place.url, {
      file: join(folder, 'cursors.tar.gz'),
      passphrase: null,
    });
    expect(await migrate(place.url)).toEqual([]);
    const silent = pino({ level: 'silent' });
    const program = await openProgram(place.config, place.url, world.clock, silent);
    const { app } = program;
    try {
      const heard: string[] = [];
      app.relay.listen((entries) => heard.push(...entries.map(({ event }) => event)));
      const tenant = await tenantById(app, await organisationOf('ben'));
      await write(app, tenant, {}, (tx) =>
        record(tx, 'period.created', newId(), { name: 'After the restore' }),
      );
      await until('the new entry is relayed', () => heard.length > 0);
      expect(heard).toEqual(['period.created']);
      const missed = await app.relay.missed(tenant.id, parseCursor(last?.cursor ?? '')!, 10);
      expect(missed?.map(({ event }) => event)).toEqual(['period.created']);
      expect(await app.relay.missed(tenant.id, parseCursor(lost?.cursor ?? '')!, 10)).toBeNull();
      await until('it is sealed', async () => (await sealJournal(app)) === 0);
      expect(await verify(place)).toMatchObject({ open: 0, faults: [] });
    } finally {
      await program.stop();
    }
  });

  test('a database that came here by other means (pg_dump, a replica) is lifted at its next start', async () => {
    const place = await emptyPlace();
    await migrate(place.url);
    const client = new pg.Client({ connectionString: place.url });
    await client.connect();
    await client.query(`INSERT INTO organisation (id, name, slug, time_zone, created_at)
      VALUES (gen_random_uuid(), 'Far', 'far', 'UTC', now())`);
    await client.query(`INSERT INTO journal (organisation_id, id, xid, at, event, subject_kind, subject_id, data)
      SELECT id, gen_random_uuid(), '7000000000', now(), 'organisation.registered', 'organisation', id, '{}'
      FROM organisation`);
    await migrate(place.url);
    const { rows } = await client.query(
      `SELECT journal_xid() > '7000000000' AS above FROM journal`,
    );
    await client.end();
    expect(rows).toEqual([{ above: true }]);
  });
});

// A passphrase is stretched on purpose: seconds on an idle machine, half a minute on a busy one.
describe('a backup with a passphrase', { timeout: 120_000 }, () => {
  const encrypted = () => ({ file: join(folder, 'locked.age'), passphrase: 'correct horse' });

  test('S-131: shows nothing of what is in it, and comes back with its passphrase only', async () => {
    await backUp('locked.age', 'correct horse');
    const bytes = await readFile(join(folder, 'locked.age'));
    expect(bytes.toString('latin1')).not.toMatch(/canary|harbour|manifest/);
    const place = await emptyPlace();
    const restore = (passphrase: string | null) =>
      restoreBackup(place.config, place.url, { ...encrypted(), passphrase });
    await expect(restore('wrong')).rejects.toThrow('The passphrase does not open');
    await expect(restore(null)).rejects.toThrow('is encrypted');
    expect((await restore('correct horse')).files).toContain('secret');
  });

  test('one bit changed, or its end cut off: damaged, and nothing is restored', async () => {
    const bytes = await readFile(join(folder, 'locked.age'));
    const changed = Buffer.from(bytes);
    changed[bytes.length - 100]! ^= 1;
    const place = await emptyPlace();
    for (const damaged of [changed, bytes.subarray(0, -500)]) {
      const file = join(folder, 'damaged.age');
      await writeFile(file, damaged);
      const restore = restoreBackup(place.config, place.url, { ...encrypted(), file });
      await expect(restore).rejects.toThrow('is damaged');
    }
    expect((await restoreBackup(place.config, place.url, encrypted())).rows).toBeGreaterThan(40);
  });
});

describe('refused, with nothing changed', () => {
  const source = () => ({ file: join(folder, 'one.tar.gz'), passphrase: null });

  test('a database that is not empty', async () => {
    const place = await emptyPlace();
    await restoreBackup(place.config, place.url, source());
    await expect(restoreBackup(place.config, place.url, source())).rejects.toThrow('not empty');
  });

  test('a database that a Callboard runs on', async () => {
    const restore = restoreBackup(world.program.app.config, world.databaseUrl, source());
    await expect(restore).rejects.toThrow('Stop it first');
  });

  test('a file that is none, is cut off, or is not there', async () => {
    const place = await emptyPlace();
    const whole = await readFile(source().file);
    for (const [name, bytes, why] of [
      ['text', Buffer.from('hello'), 'is not a backup'],
      ['half', whole.subarray(0, whole.length / 2), 'is damaged'],
      ['nowhere', null, "can't be read"],
    ] as const) {
      const file = join(folder, name);
      if (bytes) await writeFile(file, bytes);
      const restore = restoreBackup(place.config, place.url, { file, passphrase: null });
      await expect(restore, name).rejects.toThrow(why);
    }
  });

  test('one of a newer Callboard', async () => {
    const own = await ownMigrations();
    const file = await rewritten((manifest) => ({
      ...manifest,
      migrations: [...own, { name: '9999-later.sql', hash: 'x' }],
    }));
    const place = await emptyPlace();
    const restore = restoreBackup(place.config, place.url, { file, passphrase: null });
    await expect(restore).rejects.toThrow('9999-later.sql');
  });
});

test('a file of the folder that is there already, and different, is kept beside the restored one', async () => {
  const place = await emptyPlace();
  await writeFile(join(place.config.dataFolder, 'secret'), 'of the first start');
  const restored = await restoreBackup(place.config, place.url, {
    file: join(folder, 'one.tar.gz'),
    passphrase: null,
  });
  expect(restored.kept).toHaveLength(1);
  expect(await readFile(restored.kept[0]!, 'utf8')).toBe('of the first start');
  const secret = await readFile(join(place.config.dataFolder, 'secret'), 'utf8');
  expect(secret).toBe('a-secret-that-is-a-canary');
});

test('works for an owner that is no superuser, past row security', async () => {
  await onServer(async (client) => {
    await client.query(`CREATE ROLE callboard_test_owner LOGIN CREATEROLE PASSWORD 'pw'`);
    for (const role of ['app', 'system', 'backup']) {
      await client.query(`GRANT callboard_${role} TO callboard_test_owner`);
    }
  });
  const place = await emptyPlace('callboard_test_owner');
  const url = new URL(place.url);
  url.username = 'callboard_test_owner';
  url.password = 'pw';
  const source = { file: join(folder, 'one.tar.gz'), passphrase: null };
  const { rows } = await restoreBackup(place.config, url.href, source);
  const written = await writeBackup(place.config, url.href, join(folder, 'three.tar.gz'), null);
  expect(written.rows).toBe(rows);
  expect(await contents('three.tar.gz')).toEqual(await contents('one.tar.gz'));
});

async function organisationOf(who: 'ben'): Promise<string> {
  const [row] = await world.sql<{ id: string }>(
    'SELECT organisation_id AS id FROM person WHERE id = $1',
    [world.ids[who]],
  );
  return row?.id as string;
}

/** A backup with another manifest. */
async function rewritten(change: (manifest: Manifest) => Manifest): Promise<string> {
  const tar = pack();
  await readEntries(join(folder, 'one.tar.gz'), null, async (name, entry) => {
    const bytes = await bytesOf(entry);
    const isManifest = name === 'manifest.json';
    tar.entry({ name }, isManifest ? JSON.stringify(change(JSON.parse(bytes.toString()))) : bytes);
  });
  tar.finalize();
  const file = join(folder, 'rewritten.tar.gz');
  await pipeline(Readable.from(tar), createGzip(), createWriteStream(file));
  return file;
}
