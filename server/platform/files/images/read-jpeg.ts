import { type RandomAccess, readExactly } from '../random-access.ts';
import { type Image, orientationOf, orientationOnly, type Piece, segmentCounter } from './image.ts';

const exifMark = 'Exif\0\0';
const startOfScan = 0xda;
const endOfImage = 0xd9;
const chunkBytes = 65_536;

/** A JPEG segment by segment (ITU T.81, annex B); throws when it is none. */
export async function readJpeg(bytes: RandomAccess): Promise<Image> {
  const size = { width: 0, height: 0 };
  const pieces: Piece[] = [];
  let orientation = 1;
  const count = segmentCounter();
  let at = 2;
  for (;;) {
    count();
    const marker = await markerAt(bytes, at);
    if (marker.code === endOfImage) break;
    const end = marker.at + 2 + marker.length;
    const head = await readExactly(bytes, marker.at + 4, Math.min(16, marker.length - 2));
    if (isFrame(marker.code)) {
      size.height = head.readUInt16BE(1);
      size.width = head.readUInt16BE(3);
    }
    if (isExif(marker.code, head)) {
      const exif = await readExactly(bytes, marker.at + 10, end - marker.at - 10);
      orientation = orientationOf(exif);
    }
    const dataEnd = marker.code === startOfScan ? await endOfScan(bytes, end) : end;
    if (isKept(marker.code, head)) pieces.push({ from: marker.at, to: dataEnd });
    at = dataEnd;
    // Some cameras leave the end away; what is there is shown all the same.
    if (at >= bytes.length) break;
  }
  const exif = orientation === 1 ? [] : [exifSegment(orientation)];
  const start = Buffer.from([0xff, 0xd8]);
  return { ...size, pieces: [start, ...exif, ...pieces, Buffer.from([0xff, endOfImage])] };
}

// A marker may be filled up with bytes of ones before it.
async function markerAt(bytes: RandomAccess, from: number) {
  const start = await bytes.read(from, 16);
  let fill = 0;
  while (start[fill] === 0xff && start[fill + 1] === 0xff) fill += 1;
  const [mark, code] = start.subarray(fill);
  const at = from + fill;
  if (mark !== 0xff || code === undefined || code < 0xc0 || (code >= 0xd0 && code <= 0xd8)) {
    throw new Error('no segment');
  }
  if (code === endOfImage) return { code, at, length: 0 };
  const length = (await readExactly(bytes, at + 2, 2)).readUInt16BE();
  if (length < 2) throw new Error('no segment');
  return { code, at, length };
}

// Compressed data goes on until a marker that is neither a stuffed byte nor a restart.
async function endOfScan(bytes: RandomAccess, from: number): Promise<number> {
  const buffer = Buffer.alloc(chunkBytes + 1);
  for (let at = from; at < bytes.length; at += chunkBytes) {
    // One byte more: a marker may lie across.
    const chunk = await bytes.read(at, chunkBytes + 1, buffer);
    for (let i = chunk.indexOf(0xff); i >= 0 && i < chunkBytes; i = chunk.indexOf(0xff, i + 1)) {
      const next = chunk[i + 1];
      if (next === undefined) return bytes.length;
      if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at + i;
    }
  }
  return bytes.length;
}

function isFrame(code: number): boolean {
  return code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code);
}

function isExif(code: number, head: Buffer): boolean {
  return code === 0xe1 && head.toString('latin1', 0, 6) === exifMark;
}

// What the picture is made of, and of the rest what its colours need.
function isKept(code: number, head: Buffer): boolean {
  if (code < 0xe0) return true;
  const name = head.toString('latin1');
  if (code === 0xe0) return name.startsWith('JFIF\0') && head[12] === 0 && head[13] === 0;
  if (code === 0xe2) return name.startsWith('ICC_PROFILE\0');
  return code === 0xee && name.startsWith('Adobe');
}

function exifSegment(orientation: number): Buffer {
  const body = Buffer.concat([Buffer.from(exifMark, 'latin1'), orientationOnly(orientation)]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}
