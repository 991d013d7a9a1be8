import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../config.ts';
import { folderStore } from './folder-store.ts';
import { openScanner, type Scanner } from './scanner.ts';
import type { FileSettings } from './settings.ts';
import type { FileStore } from './store.ts';

/** All that takes files in and gives them out. */
export type Files = {
  readonly settings: FileSettings;
  readonly store: FileStore;
  readonly scanner: Scanner | null;
  /** Where uploads are while they come in; on the same disk as a store in a folder. */
  readonly incoming: string;
};

/** Folders of the data folder. */
export const storedFolder = 'files';
export const incomingFolder = 'incoming';

/** The file store as configured: a bucket, or a folder in the data folder. */
export async function openFiles(config: Pick<Config, 'dataFolder' | 'files'>): Promise<Files> {
  const { dataFolder, files: settings } = config;
  const incoming = path.join(dataFolder, incomingFolder);
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const store = await openStore(config);
  return { settings, store, scanner: openScanner(settings), incoming };
}

/** The store alone. */
export async function openStore({
  dataFolder,
  files,
}: Pick<Config, 'dataFolder' | 'files'>): Promise<FileStore> {
  if (!files.s3) return folderStore(path.join(dataFolder, storedFolder));
  // Loaded where it is set: it is 12 MB that most servers never need.
  const { s3Store } = await import('./s3-store.ts');
  return s3Store(files.s3);
}

/** Removes what uploads have left that a crash ended; how many. `before` is by this machine's clock. */
export async function clearIncoming({ incoming }: Files, beforeMs: number): Promise<number> {
  let cleared = 0;
  for (const name of await readdir(incoming).catch(() => [])) {
    const file = path.join(incoming, name);
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (mtimeMs >= beforeMs) continue;
    await rm(file, { force: true });
    cleared += 1;
  }
  return cleared;
}
