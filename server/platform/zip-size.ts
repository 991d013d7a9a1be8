import { inflateRawSync } from 'node:zlib';

/** What a ZIP archive may hold, unpacked. */
export type ZipLimits = { entries: number; bytes: number };

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const fileMark = 0x04034b50;
const endBytes = 22;
const commentBytesMax = 65_535;

/**
 * Whether an archive stays within the limits, without ever unpacking more than they allow: what it
 * declares is added up first, then each entry is inflated as far as it declares and no further, since
 * a bomb lies. Archives that are broken, encrypted, in several parts or over 4 GB (ZIP64) do not.
 */
export function isZipWithin(zip: Buffer, limits: ZipLimits): boolean {
  try {
    const entries = entriesOf(zip, limits.entries);
    const declared = entries.reduce((sum, entry) => sum + entry.size, 0);
    return declared <= limits.bytes && entries.every((entry) => isTrue(zip, entry));
  } catch {
    return false;
  }
}

type Entry = { method: number; packed: number; size: number; at: number };

function entriesOf(zip: Buffer, entriesMax: number): Entry[] {
  const end = findEnd(zip);
  const count = zip.readUInt16LE(end + 10);
  if (count > entriesMax) throw new Error('too many entries');
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = count; left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== entryMark) throw new Error('no entry');
    if (zip.readUInt16LE(at + 8) & 1) throw new Error('encrypted');
    entries.push({
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      at: zip.readUInt32LE(at + 42),
    });
    const tail = [28, 30, 32].reduce((sum, field) => sum + zip.readUInt16LE(at + field), 0);
    at += 46 + tail;
  }
  return entries;
}

function findEnd(zip: Buffer): number {
  const first = Math.max(0, zip.length - endBytes - commentBytesMax);
  for (let at = zip.length - endBytes; at >= first; at -= 1) {
    if (zip.readUInt32LE(at) === endMark) return at;
  }
  throw new Error('no archive');
}

// 0 is stored as it is, 8 is deflate (APPNOTE 4.4.5); spreadsheets use no other.
function isTrue(zip: Buffer, { method, packed, size, at }: Entry): boolean {
  if (zip.readUInt32LE(at) !== fileMark) return false;
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  if (start + packed > zip.length) return false;
  if (method === 0) return packed === size;
  if (method !== 8) return false;
  const data = zip.subarray(start, start + packed);
  return inflateRawSync(data, { maxOutputLength: Math.max(1, size) }).length === size;
}
