import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { isZipWithin } from './zip-size.ts';

const limits = { entries: 10, bytes: 100_000 };
const zipOf = (files: Record<string, Uint8Array>) => Buffer.from(zipSync(files, { level: 9 }));
const text = (length: number) => new Uint8Array(length).fill(65);

/** Writes another unpacked size into the one entry of an archive, in both of its headers. */
function lie(zip: Buffer, size: number): Buffer {
  const lying = Buffer.from(zip);
  lying.writeUInt32LE(size, 22);
  const directory = lying.readUInt32LE(lying.length - 6);
  lying.writeUInt32LE(size, directory + 24);
  return lying;
}

test('an archive within the limits is', () => {
  expect(isZipWithin(zipOf({ a: text(50_000), b: text(50_000) }), limits)).toBe(true);
  expect(isZipWithin(zipOf({ a: [text(500), { level: 0 }] as never }), limits)).toBe(true);
});

// S-087: 42 kB that become 100 MB, and a directory of 100,001 entries.
test('a bomb is not, without being unpacked', () => {
  const bomb = zipOf({ a: text(40_000_000) });
  expect(bomb.length).toBeLessThan(60_000);
  const before = process.memoryUsage.rss();
  expect(isZipWithin(bomb, limits)).toBe(false);
  expect(isZipWithin(lie(bomb, 1_000), limits)).toBe(false);
  expect(process.memoryUsage.rss() - before).toBeLessThan(20_000_000);
});

test('an entry that is smaller or larger than it says is not', () => {
  const zip = zipOf({ a: text(1_000) });
  expect(isZipWithin(lie(zip, 999), limits)).toBe(false);
  expect(isZipWithin(lie(zip, 1_001), limits)).toBe(false);
  expect(isZipWithin(lie(zip, 1_000), limits)).toBe(true);
});

test('too many entries are not', () => {
  const files = Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`f${i}`, text(1)]));
  expect(isZipWithin(zipOf(files), limits)).toBe(false);
});

test('what is no archive, or a broken one, is not', () => {
  const zip = zipOf({ a: text(1_000) });
  for (const broken of [
    Buffer.alloc(0),
    Buffer.from('PK'),
    Buffer.alloc(1_000),
    zip.subarray(0, zip.length - 10),
    zip.subarray(20),
  ]) {
    expect(isZipWithin(broken, limits)).toBe(false);
  }
});
