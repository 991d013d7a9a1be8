import { createHash } from 'node:crypto';
import { chmod, lstat, mkdir, realpath, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import { type Account, accountOf, canReach, ensureAccount } from './account.ts';
import { reachableBinaries, systemFolder } from './binaries.ts';

/** Where one embedded PostgreSQL lives and as whom it runs. */
export type Place = {
  /** The data folder's part for PostgreSQL: password and log. */
  readonly folder: string;
  readonly cluster: string;
  /** Folder that holds bin, lib and share. */
  readonly binaries: string;
  /** Set when we are root, as whom PostgreSQL refuses to run. */
  readonly account: Account | undefined;
};

/** Finds the cluster of a folder, or decides where to make it. */
export async function preparePlace(wanted: string): Promise<Place> {
  await mkdir(wanted, { recursive: true });
  const folder = await realpath(wanted);
  const existing = await existingCluster(path.join(folder, 'cluster'));
  const account = existing ? await accountOf(existing) : await ensureAccount();
  const cluster = existing ?? path.join(await reachableHome(folder, account), 'cluster');
  if (existing && !(await canReach(existing, account))) throw new Error(unreachable(existing));
  const binaries = await reachableBinaries(account);
  return { folder, cluster, binaries, account };
}

/** How PostgreSQL's programs are run here: as the account, without our environment or folder. */
export function runAs({ account, cluster }: Place) {
  const { PATH, SystemRoot, TEMP } = process.env;
  const env = { PATH, SystemRoot, TEMP, LC_ALL: 'C', TZ: 'UTC' };
  return { ...account, env, cwd: path.dirname(cluster), windowsHide: true };
}

/** Leaves a link in the data folder when the cluster had to go elsewhere. */
export async function linkCluster({ folder, cluster }: Place): Promise<void> {
  if (path.dirname(cluster) === folder) return;
  const link = path.join(folder, 'cluster');
  if (!(await lstat(link).catch(() => undefined))) await symlink(cluster, link);
}

async function existingCluster(link: string): Promise<string | undefined> {
  const found = await lstat(link).catch(() => undefined);
  if (!found) return undefined;
  try {
    const cluster = await realpath(link);
    await stat(path.join(cluster, 'PG_VERSION'));
    return cluster;
  } catch {
    // Starting on an empty database here would look like the loss of all data.
    throw new Error(
      `The database of this data folder cannot be opened at ${link}: it was moved away, or belongs to another user.`,
    );
  }
}

/** The folder itself, or for root a place that PostgreSQL's own account can enter. */
async function reachableHome(folder: string, account: Account | undefined): Promise<string> {
  if (await canReach(folder, account)) return folder;
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const home = path.join(systemFolder, name);
  try {
    await mkdir(home, { recursive: true });
    for (const made of [systemFolder, home]) await chmod(made, 0o755);
    return home;
  } catch {
    throw new Error(unreachable(folder));
  }
}

function unreachable(folder: string): string {
  return `PostgreSQL does not run as root, and its account cannot enter ${folder}. Set CALLBOARD_DATA to a folder that others may enter, start Callboard as an ordinary user, or set DATABASE_URL.`;
}
