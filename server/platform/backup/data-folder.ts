import { createWriteStream } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { storedFolder } from '../files/open-files.ts';

/** What of a data folder is not carried: the database's own files, what is made anew, and results. */
const left =
  /^(cluster|password|callboard\.pid|setup-token|bench|incoming)$|\.(log|pid|gz|age|part)$/;

/** Whether a file of the folder is one that people sent: there may be many, and they may be large. */
export const isStored = (name: string) => name.startsWith(`${storedFolder}/`);

/** Everything of the data folder that a backup carries: paths with `/`, sorted. */
export async function listFolder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !left.test(file.split('/')[0] ?? '') && !left.test(path.basename(file)))
    .sort();
}

/** A place inside the folder, whatever the name says: `..` and absolute names are refused. */
export function placeIn(folder: string, name: string): string {
  const file = path.resolve(folder, name);
  if (!file.startsWith(path.resolve(folder) + path.sep)) throw new Error(`${name} lies outside.`);
  return file;
}

/**
 * Writes a file that people sent into the data folder as its bytes come. Its name is an id: one that
 * is there already is the same.
 */
export async function pourFile(
  folder: string,
  name: string,
  bytes: AsyncIterable<unknown>,
): Promise<void> {
  const file = placeIn(folder, name);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const part = `${file}.part`;
  await pipeline(bytes, createWriteStream(part, { mode: 0o600 }));
  await rename(part, file);
}

/**
 * Writes a file of a backup into the data folder, for nobody else to read. What was there, and is
 * different, is kept beside it; its new name is returned.
 */
export async function putFile(folder: string, name: string, bytes: Buffer): Promise<string | null> {
  const file = placeIn(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  const before = await readFile(file).catch(() => null);
  if (before?.equals(bytes)) return null;
  const kept = before ? `${file}.before-restore-${Date.now()}` : null;
  if (kept) await rename(file, kept);
  await writeFile(file, bytes, { mode: 0o600 });
  await chmod(file, 0o600);
  return kept;
}
