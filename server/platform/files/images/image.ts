/** A part of a cleaned file: bytes of the original, or others. */
export type Piece = { from: number; to: number } | Buffer;

/** What the header of an image says, and what of its file is kept: no place, no camera, no comments. */
export type Image = { width: number; height: number; pieces: Piece[] };

/** More segments than any picture has: whoever sends them wants us to be busy. */
const segmentsMax = 5_000;

/** Counts the segments of a file; throws when there are far too many. */
export function segmentCounter(): () => void {
  let count = 0;
  return () => {
    count += 1;
    if (count > segmentsMax) throw new Error('too many segments');
  };
}

const tagOrientation = 0x0112;
const typeShort = 3;

/**
 * Which way up an image is to be shown, as its EXIF says (1 to 8, TIFF 6.0); 1 when it says nothing
 * that can be read.
 */
export function orientationOf(tiff: Buffer): number {
  try {
    const little = tiff.toString('latin1', 0, 2) === 'II';
    const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
    const long = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
    const directory = long(4);
    for (let entry = 0; entry < short(directory); entry += 1) {
      const at = directory + 2 + entry * 12;
      if (short(at) !== tagOrientation || short(at + 2) !== typeShort) continue;
      const orientation = short(at + 8);
      return orientation >= 1 && orientation <= 8 ? orientation : 1;
    }
  } catch {
    // A directory that leads nowhere says nothing.
  }
  return 1;
}

/** EXIF that says which way up and nothing else. */
export function orientationOnly(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(tagOrientation, 10);
  tiff.writeUInt16BE(typeShort, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}
