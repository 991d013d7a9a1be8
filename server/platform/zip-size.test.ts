import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { bytesInMemory } from './files/random-access.ts';
import { isZipWithin } from './zip-size.ts';

const limits = { entries: 10, bytes: 100_000 };
const isWithin = (zip: Buffer, most = limits) => isZipWithin(bytesInMemory(zip), most);
const zipOf = (files: Parameters<typeof zipSync>[0]) => Buffer.from(zipSync(files, { level: 9 }));
const text = (length: number) => new Uint8Array(length).fill(65);

/** Writes another unpacked size into the one entry of an archive, in both of its headers. */
function lie(zip: Buffer, size: number): Buffer {
  const lying = Buffer.from(zip);
  lying.writeUInt32LE(size, 22);
  const directory = lying.readUInt32LE(lying.length - 6);
  lying.writeUInt32LE(size, directory + 24);
  return lying;
}

test('an archive within the limits is', async () => {
  expect(await isWithin(zipOf({ a: text(50_000), b: text(50_000) }))).toBe(true);
  expect(await isWithin(zipOf({ 'a/b.txt': [text(500), { level: 0 }] }))).toBe(true);
});

// S-087: 42 kB that become 100 MB.
test('a bomb is not, without being unpacked', async () => {
  const bomb = zipOf({ a: text(40_000_000) });
  expect(bomb.length).toBeLessThan(60_000);
  const before = process.memoryUsage.rss();
  expect(await isWithin(bomb)).toBe(false);
  expect(await isWithin(lie(bomb, 1_000))).toBe(false);
  expect(process.memoryUsage.rss() - before).toBeLessThan(20_000_000);
});

test('an entry that is smaller or larger than it says is not', async () => {
  const zip = zipOf({ a: text(1_000) });
  expect(await isWithin(lie(zip, 999))).toBe(false);
  expect(await isWithin(lie(zip, 1_001))).toBe(false);
  expect(await isWithin(lie(zip, 1_000))).toBe(true);
});

test('too many entries are not, however many the end declares', async () => {
  const files = Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`f${i}`, text(1)]));
  const zip = zipOf(files);
  expect(await isWithin(zip)).toBe(false);
  zip.writeUInt16LE(2, zip.length - 12);
  expect(await isWithin(zip)).toBe(false);
});

test('entries that share their bytes are not: such a bomb declares little and is much', async () => {
  const zip = zipOf({ a: text(1_000), b: text(1_000) });
  const directory = zip.readUInt32LE(zip.length - 6);
  zip.writeUInt32LE(0, directory + 47 + 42);
  expect(await isWithin(zip)).toBe(false);
});

test('a symbolic link, and a name that leads out, are not', async () => {
  const link = { os: 3, attrs: 0o120777 << 16 } as const;
  expect(await isWithin(zipOf({ a: [text(9), link] }))).toBe(false);
  for (const name of ['../a', 'b/../../a', '/etc/passwd', '..\\a', 'C:\\a']) {
    expect(await isWithin(zipOf({ [name]: text(9) })), name).toBe(false);
  }
});

test('what is no archive, or a broken one, is not', async () => {
  const zip = zipOf({ a: text(1_000) });
  for (const broken of [
    Buffer.alloc(0),
    Buffer.from('PK'),
    Buffer.alloc(1_000),
    zip.subarray(0, zip.length - 10),
    zip.subarray(20),
  ]) {
    expect(await isWithin(broken)).toBe(false);
  }
});
