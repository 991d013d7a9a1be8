import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { initialiseCluster } from './embedded-postgres/cluster.ts';
import { endOrphan } from './embedded-postgres/ending.ts';
import { FolderHeld, holdFolder, isHeld } from './embedded-postgres/folder-lock.ts';
import { readPidFile } from './embedded-postgres/pid-file.ts';
import { linkCluster, type Place, preparePlace } from './embedded-postgres/place.ts';
import {
  durableSettings,
  smallMachineSettings,
  throwAwaySettings,
} from './embedded-postgres/settings.ts';
import { superviseServer } from './embedded-postgres/supervisor.ts';

export type EmbeddedPostgresOptions = {
  /** Where the cluster, its password and its log live; made when missing. */
  readonly folder: string;
  /** PostgreSQL settings beside and above our own. */
  readonly settings?: Readonly<Record<string, string>>;
  /** `false` for tests: fast, and lost on a power cut. */
  readonly fsync?: boolean;
};

/** A running PostgreSQL of ours; `url` is the superuser's, for the database `callboard`. */
export type EmbeddedPostgres = {
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
};

const superuser = 'postgres';
const database = 'callboard';

/** Starts the PostgreSQL that comes with Callboard, making its cluster at the first start. */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const fsync = options.fsync ?? true;
  const place = await preparePlace(options.folder);
  const release = await holdFolder(path.dirname(place.cluster));
  try {
    const password = await readyCluster(place, fsync);
    await endOrphan(place);
    const socket = socketFolder(place.cluster);
    const settings = {
      ...smallMachineSettings,
      unix_socket_directories: socket ?? '',
      ...(fsync ? durableSettings : throwAwaySettings),
      ...options.settings,
    };
    const server = await superviseServer(place, settings);
    const query = socket ? `?host=${encodeURIComponent(socket)}` : '';
    const urlOf = (name: string) =>
      `postgres://${superuser}:${password}@127.0.0.1:${server.port}/${name}${query}`;
    await createDatabase(urlOf('postgres')).catch(async (error) => {
      await server.stop();
      throw error;
    });
    const stop = () => server.stop().then(release);
    return { url: urlOf(database), port: server.port, stop };
  } catch (error) {
    await release();
    throw error;
  }
}

/** The PostgreSQL of a folder: the one that another Callboard has up, else started until `stop`. */
export async function joinEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const place = await preparePlace(options.folder);
  const running = await readPidFile(place);
  if (!running?.isReady || !(await isHeld(path.dirname(place.cluster)))) {
    return startEmbeddedPostgres(options);
  }
  const password = await readFile(path.join(place.folder, 'password'), 'utf8');
  const url = `postgres://${superuser}:${password}@127.0.0.1:${running.port}/${database}`;
  return { url, port: running.port, stop: async () => {} };
}

/**
 * Where PostgreSQL puts its Unix socket, over which a statement costs a quarter less than over
 * loopback; null where there are none (Windows) or the path is longer than a socket's may be.
 */
function socketFolder(cluster: string): string | null {
  const longest = 107 - '/.s.PGSQL.65535.lock'.length;
  return process.platform === 'win32' || Buffer.byteLength(cluster) > longest ? null : cluster;
}

/** Deletes an embedded PostgreSQL's folder and what still runs on it; `false` if someone uses it. */
export async function discardEmbeddedPostgres(folder: string): Promise<boolean> {
  const place = await preparePlace(folder);
  try {
    const release = await holdFolder(path.dirname(place.cluster), 0);
    await endOrphan(place);
    await rm(place.cluster, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
    await release();
    return true;
  } catch (error) {
    if (error instanceof FolderHeld) return false;
    throw error;
  }
}

/** Makes the cluster unless it is there, and says its superuser's password. */
async function readyCluster(place: Place, fsync: boolean): Promise<string> {
  const passwordFile = path.join(place.folder, 'password');
  await setAsideLeftover(place, passwordFile);
  if (!existsSync(place.cluster)) {
    const password = randomBytes(24).toString('hex');
    await writeFile(passwordFile, password, { mode: 0o600 });
    await initialiseCluster(place, { superuser, password, fsync });
  }
  await linkCluster(place);
  try {
    return await readFile(passwordFile, 'utf8');
  } catch {
    throw new Error(
      `The password of the database in ${place.cluster} cannot be read from ${passwordFile}. Restore that file from a backup.`,
    );
  }
}

/** Someone deleted the data folder to begin anew, but its cluster had to lie elsewhere. */
async function setAsideLeftover({ folder, cluster }: Place, passwordFile: string): Promise<void> {
  if (path.dirname(cluster) === folder || existsSync(path.join(folder, 'cluster'))) return;
  if (existsSync(passwordFile) || !existsSync(cluster)) return;
  await rename(cluster, `${cluster}.${Date.now()}`);
}

async function createDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query('select from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`create database ${database}`);
  } finally {
    await client.end();
  }
}
