import { type RandomAccess, readExactly } from '../random-access.ts';
import { type Image, type Piece, segmentCounter } from './image.ts';

const signatureBytes = 8;
/** What the picture is made of, and what its colours, its size on paper and its movement need. */
const kept = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB'],
  ...['cICP', 'mDCV', 'cLLI', 'bKGD', 'pHYs', 'acTL', 'fcTL', 'fdAT'],
]);

/** A PNG chunk by chunk (PNG, third edition, section 5); throws when it is none. */
export async function readPng(bytes: RandomAccess): Promise<Image> {
  const pieces: Piece[] = [{ from: 0, to: signatureBytes }];
  const header = await readExactly(bytes, signatureBytes, 24);
  if (header.toString('latin1', 4, 8) !== 'IHDR') throw new Error('no header');
  const size = { width: header.readUInt32BE(8), height: header.readUInt32BE(12) };
  const count = segmentCounter();
  let at = signatureBytes;
  for (;;) {
    count();
    const head = await readExactly(bytes, at, 8);
    const type = head.toString('latin1', 4, 8);
    const end = at + 12 + head.readUInt32BE();
    if (end > bytes.length) throw new Error('a chunk is cut off');
    if (kept.has(type)) pieces.push({ from: at, to: end });
    if (type === 'IEND') return { ...size, pieces };
    at = end;
  }
}
