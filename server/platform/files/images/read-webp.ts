import { type RandomAccess, readExactly } from '../random-access.ts';
import { type Image, orientationOf, orientationOnly, type Piece, segmentCounter } from './image.ts';

const headBytes = 12;
const kept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const hasExif = 0x08;
const hasXmp = 0x04;

/** A WebP chunk by chunk (RFC 9649); throws when it is none. */
export async function readWebp(bytes: RandomAccess): Promise<Image> {
  const pieces: Piece[] = [];
  let size: { width: number; height: number } | null = null;
  let orientation = 1;
  const count = segmentCounter();
  const declared = 8 + (await readExactly(bytes, 4, 4)).readUInt32LE();
  for (let at = headBytes; at < Math.min(declared, bytes.length); ) {
    count();
    const head = await readExactly(bytes, at, 8);
    const type = head.toString('latin1', 0, 4);
    const length = head.readUInt32LE(4);
    const end = at + 8 + length + (length % 2);
    if (at + 8 + length > bytes.length) throw new Error('a chunk is cut off');
    const start = await readExactly(bytes, at + 8, Math.min(length, 65_536));
    size ??= sizeOf(type, start);
    if (type === 'EXIF') orientation = orientationOf(withoutMark(start));
    if (type === 'VP8X') pieces.push(Buffer.concat([head, start]));
    else if (kept.has(type)) pieces.push({ from: at, to: Math.min(end, bytes.length) });
    at = end;
  }
  if (!size) throw new Error('no picture');
  return { ...size, pieces: asFile(pieces, orientation) };
}

function sizeOf(type: string, data: Buffer): { width: number; height: number } | null {
  if (type === 'VP8X')
    return { width: data.readUIntLE(4, 3) + 1, height: data.readUIntLE(7, 3) + 1 };
  if (type === 'VP8 ') {
    return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff };
  }
  if (type !== 'VP8L') return null;
  const bits = data.readUInt32LE(1);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

// Some programs write the mark of JPEG before the EXIF.
function withoutMark(exif: Buffer): Buffer {
  return exif.toString('latin1', 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif;
}

function asFile(chunks: readonly Piece[], orientation: number): Piece[] {
  const extended = chunks.find((chunk) => Buffer.isBuffer(chunk)) as Buffer | undefined;
  const turned = extended !== undefined && orientation !== 1;
  if (extended) {
    extended.writeUInt8((extended.readUInt8(8) & ~(hasExif | hasXmp)) | (turned ? hasExif : 0), 8);
  }
  const pieces = turned ? [...chunks, exifChunk(orientation)] : [...chunks];
  const length = pieces.reduce((sum, piece) => sum + lengthOf(piece), 0);
  const head = Buffer.from('RIFF....WEBP', 'latin1');
  head.writeUInt32LE(length + 4, 4);
  return [head, ...pieces];
}

const lengthOf = (piece: Piece) => (Buffer.isBuffer(piece) ? piece.length : piece.to - piece.from);

function exifChunk(orientation: number): Buffer {
  const body = orientationOnly(orientation);
  const head = Buffer.from('EXIF....', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}
