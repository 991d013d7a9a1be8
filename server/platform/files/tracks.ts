import { type RandomAccess, readExactly } from './random-access.ts';

/** What a container of sound and pictures holds. */
export type Tracks = { audio: boolean; video: boolean };

/** More boxes or elements than the beginning of any recording has. */
const stepsMax = 2_000;

/** The tracks of an MP4 (ISO 14496-12): what the handlers of `moov/trak/mdia` are for. */
export async function tracksOfMp4(bytes: RandomAccess): Promise<Tracks> {
  const tracks = { audio: false, video: false };
  let steps = 0;
  const walk = async (from: number, to: number): Promise<void> => {
    for (let at = from; at + 8 <= to; ) {
      steps += 1;
      if (steps > stepsMax) throw new Error('too many boxes');
      const head = await readExactly(bytes, at, 8);
      const type = head.toString('latin1', 4, 8);
      const [length, headBytes] = await boxLength(bytes, at, head.readUInt32BE(), to);
      const end = at + length;
      if (length < headBytes || end > to) throw new Error('a box is cut off');
      if (['moov', 'trak', 'mdia'].includes(type)) await walk(at + headBytes, end);
      if (type === 'hdlr') {
        const handler = (await readExactly(bytes, at + headBytes + 8, 4)).toString('latin1');
        if (handler === 'soun') tracks.audio = true;
        if (['vide', 'pict', 'auxv'].includes(handler)) tracks.video = true;
      }
      // All tracks stand in one box; what follows is the recording itself.
      if (type === 'moov') return;
      at = end;
    }
  };
  await walk(0, bytes.length);
  return tracks;
}

// 1: the length follows in 64 bits; 0: to the end.
async function boxLength(bytes: RandomAccess, at: number, said: number, to: number) {
  if (said === 0) return [to - at, 8] as const;
  if (said !== 1) return [said, 8] as const;
  return [Number((await readExactly(bytes, at + 8, 8)).readBigUInt64BE()), 16] as const;
}

const segment = 0x18538067;
const tracksElement = 0x1654ae6b;
const trackEntry = 0xae;
const trackType = 0x83;
const cluster = 0x1f43b675;

/** The tracks of a WebM or Matroska (RFC 9559): the types of `Segment/Tracks/TrackEntry`. */
export async function tracksOfWebm(bytes: RandomAccess): Promise<Tracks> {
  const tracks = { audio: false, video: false };
  let steps = 0;
  const walk = async (from: number, to: number): Promise<void> => {
    for (let at = from; at < to; ) {
      steps += 1;
      if (steps > stepsMax) throw new Error('too many elements');
      const { id, start, end } = await elementAt(bytes, at, to);
      // What follows is the recording itself.
      if (id === cluster) return;
      if ([segment, tracksElement, trackEntry].includes(id)) await walk(start, end);
      if (id === trackType) {
        const type = (await readExactly(bytes, start, end - start)).readUIntBE(0, end - start);
        if (type === 2) tracks.audio = true;
        else tracks.video = true;
      }
      at = end;
    }
  };
  await walk(0, bytes.length);
  return tracks;
}

// Of what is recorded live nobody knows the length when it begins: all bits of it are ones.
async function elementAt(bytes: RandomAccess, at: number, to: number) {
  const head = await bytes.read(at, 12);
  const idBytes = Math.clz32(head[0] ?? 0) - 23;
  if (idBytes > 4 || head.length < idBytes + 1) throw new Error('no element');
  const id = head.readUIntBE(0, idBytes);
  const sizeBytes = Math.clz32(head[idBytes] ?? 0) - 23;
  if (sizeBytes > 8 || head.length < idBytes + sizeBytes) throw new Error('no element');
  const start = at + idBytes + sizeBytes;
  const ones = 2n ** BigInt(7 * sizeBytes) - 1n;
  let size = 0n;
  for (const byte of head.subarray(idBytes, idBytes + sizeBytes)) size = size * 256n + BigInt(byte);
  size &= ones;
  if (size === ones) return { id, start, end: to };
  const end = start + Number(size);
  if (end > to) throw new Error('an element is cut off');
  return { id, start, end };
}
