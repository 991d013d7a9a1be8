import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../id.ts';
import { openS3Simulator, type S3Simulator } from '../simulators/s3.ts';
import { folderStore } from './folder-store.ts';
import { s3Store } from './s3-store.ts';
import { type FileKey, type FileStore, MissingFile } from './store.ts';

let folder: string;
let s3: S3Simulator;
const stores: Record<string, FileStore> = {};
const s3Settings = () => ({
  ...{ bucket: 'board', region: 'eu-west-1', endpoint: s3.url, prefix: 'callboard/' },
  ...{ accessKeyId: 'AKID', secretAccessKey: 'secret' },
});

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'callboard-stores-'));
  s3 = await openS3Simulator({ bucket: 'board', accessKeyId: 'AKID', pageSize: 2 });
  stores.folder = folderStore(path.join(folder, 'files'));
  stores.s3 = s3Store(s3Settings());
});
afterAll(async () => {
  stores.s3?.close();
  await s3.close();
  await rm(folder, { recursive: true, force: true });
});

const newKey = (): FileKey => ({ organisationId: newId(), id: newId() });
async function put(store: FileStore, bytes: Buffer, key = newKey()): Promise<FileKey> {
  const source = path.join(folder, newId());
  await writeFile(source, bytes);
  await store.put(key, source);
  await rm(source, { force: true });
  return key;
}
async function bytesOf(store: FileStore, key: FileKey, from: number, to: number) {
  return Buffer.concat(await Array.fromAsync(await store.read(key, from, to)));
}

describe.each(['folder', 's3'])('%s', (name) => {
  const store = () => stores[name] as FileStore;

  test('keeps bytes and gives any part of them', async () => {
    for (const size of [1, 70_000, 11_000_000]) {
      const bytes = randomBytes(size);
      const key = await put(store(), bytes);
      expect(await store().size(key)).toBe(size);
      expect((await bytesOf(store(), key, 0, size)).equals(bytes)).toBe(true);
      const from = Math.floor(size / 3);
      expect((await bytesOf(store(), key, from, size)).equals(bytes.subarray(from))).toBe(true);
      expect(await bytesOf(store(), key, size, size)).toEqual(Buffer.alloc(0));
    }
  });

  test('what is not there is missing, has no size, and can be removed', async () => {
    const key = newKey();
    await expect(store().read(key, 0, 1)).rejects.toThrow(MissingFile);
    expect(await store().size(key)).toBeNull();
    await store().remove(key);
  });

  test('what was removed is not there', async () => {
    const key = await put(store(), Buffer.from('x'));
    await store().remove(key);
    expect(await store().size(key)).toBeNull();
  });

  test('lists all that is there, over several pages', async () => {
    for await (const key of store().list()) await store().remove(key);
    const keys = [];
    for (let i = 0; i < 5; i += 1) keys.push(await put(store(), Buffer.from('x')));
    const listed = await Array.fromAsync(store().list());
    const idsOf = (all: FileKey[]) => all.map(({ id }) => id).sort();
    expect(idsOf(listed)).toEqual(idsOf(keys));
    expect(listed).toContainEqual(keys[0]);
  });

  test('can be looked at', async () => {
    await store().check();
  });
});

test('a folder: nobody else may read, and what is no id is no path', async () => {
  const store = stores.folder as FileStore;
  const key = await put(store, Buffer.from('x'));
  expect((await stat(path.join(store.place, key.organisationId))).mode & 0o777).toBe(0o700);
  for (const id of ['../../secret', '', '..', `${newId()}/x`]) {
    await expect(store.read({ ...key, id }, 0, 1)).rejects.toThrow(MissingFile);
  }
  expect((await readdir(store.place)).every((name) => /^[0-9a-f-]{36}$/.test(name))).toBe(true);
});

describe('a bucket', () => {
  test('that is busy or hangs up is asked again', async () => {
    const store = stores.s3 as FileStore;
    s3.next({ how: 'status', status: 503 }, { how: 'hang-up' });
    const key = await put(store, Buffer.from('again'));
    expect((await bytesOf(store, key, 0, 5)).toString()).toBe('again');
  });

  test('a large file goes in parts; one that breaks off leaves none of them behind', async () => {
    const store = stores.s3 as FileStore;
    const before = s3.objects.size;
    s3.next(
      { how: 'take' },
      ...Array.from({ length: 4 }, () => ({ how: 'status', status: 500 }) as const),
    );
    await expect(put(store, randomBytes(11_000_000))).rejects.toThrow();
    expect(s3.objects.size).toBe(before);
    expect(s3.uploads.size).toBe(0);
  });

  test('that does not let us in, or is not there, is said so', async () => {
    const other = s3Store({ ...s3Settings(), accessKeyId: 'OTHER' });
    await expect(other.check()).rejects.toThrow();
    const nowhere = s3Store({ ...s3Settings(), bucket: 'nowhere' });
    await expect(nowhere.check()).rejects.toThrow();
    other.close();
    nowhere.close();
  });
});
