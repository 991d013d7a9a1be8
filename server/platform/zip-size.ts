import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { type RandomAccess, readChunks, readExactly } from './files/random-access.ts';

/** What a ZIP archive may hold, unpacked. */
export type ZipLimits = { entries: number; bytes: number };

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const fileMark = 0x04034b50;
const endBytes = 22;
const commentBytesMax = 65_535;
const directoryBytesMax = 8_000_000;

/**
 * Whether an archive stays within the limits, without ever unpacking more than they allow: what it
 * declares is added up first, then each entry is inflated as far as it declares and no further, since
 * a bomb lies. Archives that are broken, encrypted, in several parts or over 4 GB (ZIP64) do not, nor
 * those with links, with names that lead out of them, or with entries that share bytes.
 */
export async function isZipWithin(zip: RandomAccess, limits: ZipLimits): Promise<boolean> {
  try {
    const entries = await entriesOf(zip, limits.entries);
    const declared = entries.reduce((sum, entry) => sum + entry.size, 0);
    if (declared > limits.bytes || entries.some(leadsAway)) return false;
    let free = 0;
    for (const entry of entries.toSorted((a, b) => a.at - b.at)) {
      if (entry.at < free) return false;
      free = await endOf(zip, entry);
      if (!(await isTrue(zip, entry, free))) return false;
    }
    return true;
  } catch {
    return false;
  }
}

type Entry = {
  name: string;
  isLink: boolean;
  method: number;
  packed: number;
  size: number;
  at: number;
};

async function entriesOf(zip: RandomAccess, entriesMax: number): Promise<Entry[]> {
  const end = await findEnd(zip);
  const count = end.readUInt16LE(10);
  const length = end.readUInt32LE(12);
  if (count > entriesMax || length > directoryBytesMax) throw new Error('too many entries');
  const directory = await readExactly(zip, end.readUInt32LE(16), length);
  const entries: Entry[] = [];
  let at = 0;
  while (at < directory.length) {
    if (entries.length === count) throw new Error('more entries than it says');
    const [entry, next] = entryAt(directory, at);
    entries.push(entry);
    at = next;
  }
  if (entries.length < count) throw new Error('fewer entries than it says');
  return entries;
}

function entryAt(directory: Buffer, at: number): [Entry, number] {
  if (directory.readUInt32LE(at) !== entryMark) throw new Error('no entry');
  if (directory.readUInt16LE(at + 8) & 1) throw new Error('encrypted');
  const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
  const tail = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  const entry = {
    name: directory.toString('latin1', at + 46, nameEnd),
    // The upper half of the attributes is the mode, as Unix writes it (APPNOTE 4.4.15).
    isLink: ((directory.readUInt32LE(at + 38) >>> 16) & 0xf000) === 0xa000,
    method: directory.readUInt16LE(at + 10),
    packed: directory.readUInt32LE(at + 20),
    size: directory.readUInt32LE(at + 24),
    at: directory.readUInt32LE(at + 42),
  };
  return [entry, nameEnd + tail];
}

async function findEnd(zip: RandomAccess): Promise<Buffer> {
  const first = Math.max(0, zip.length - endBytes - commentBytesMax);
  const tail = await readExactly(zip, first, zip.length - first);
  for (let at = tail.length - endBytes; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === endMark) return tail.subarray(at, at + endBytes);
  }
  throw new Error('no archive');
}

function leadsAway({ name, isLink }: Entry): boolean {
  return isLink || /^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)|\0/i.test(name);
}

async function endOf(zip: RandomAccess, { at, packed }: Entry): Promise<number> {
  const head = await readExactly(zip, at, 30);
  if (head.readUInt32LE(0) !== fileMark) throw new Error('no entry');
  return at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28) + packed;
}

// 0 is stored as it is, 8 is deflate (APPNOTE 4.4.5); office programs use no other.
async function isTrue(zip: RandomAccess, entry: Entry, end: number): Promise<boolean> {
  const { method, packed, size } = entry;
  if (end > zip.length) return false;
  if (method === 0) return packed === size;
  if (method !== 8) return false;
  const data = Readable.from(readChunks(zip, end - packed, end));
  let unpacked = 0;
  for await (const chunk of data.pipe(createInflateRaw())) {
    unpacked += chunk.length;
    if (unpacked > size) return false;
  }
  return unpacked === size;
}
