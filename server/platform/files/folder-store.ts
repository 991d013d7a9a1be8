import {
  access,
  constants,
  copyFile,
  mkdir,
  open,
  readdir,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { type FileKey, type FileStore, MissingFile } from './store.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Keeps files below `folder`: a folder for each organisation, in it 256 by the random end of ids. */
export function folderStore(folder: string): FileStore {
  const placeOf = ({ organisationId, id }: FileKey) => {
    if (!uuid.test(organisationId) || !uuid.test(id)) throw new MissingFile('no key');
    return path.join(folder, organisationId, id.slice(-2), id);
  };
  return {
    kind: 'folder',
    place: folder,
    async put(key, source) {
      const place = placeOf(key);
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
      await rename(source, place).catch((error) => copyAcross(error, source, place));
      await syncFolder(path.dirname(place));
    },
    async read(key, from, to) {
      const handle = await open(placeOf(key)).catch(missing);
      if (to <= from) return handle.close().then(() => Readable.from([]));
      return handle.createReadStream({ start: from, end: to - 1 });
    },
    async size(key) {
      const found = await stat(placeOf(key)).catch(() => null);
      return found?.size ?? null;
    },
    async remove(key) {
      await rm(placeOf(key), { force: true });
    },
    async *list() {
      for (const organisationId of await namesIn(folder)) {
        for (const part of await namesIn(path.join(folder, organisationId))) {
          for (const id of await namesIn(path.join(folder, organisationId, part))) {
            yield { organisationId, id };
          }
        }
      }
    },
    async check() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await access(folder, constants.W_OK | constants.R_OK);
    },
    close() {},
  };
}

// The folder may be another file system than where uploads come in.
async function copyAcross(error: NodeJS.ErrnoException, source: string, place: string) {
  if (error.code !== 'EXDEV') throw error;
  const part = `${place}.part`;
  await copyFile(source, part);
  await rename(part, place);
  await rm(source, { force: true });
}

// A file that is there after a crash needs its folder's entry on the disk, too.
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}

function missing(error: NodeJS.ErrnoException): never {
  if (error.code === 'ENOENT') throw new MissingFile(error.message);
  throw error;
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).filter((name) => !name.endsWith('.part')).sort();
}
