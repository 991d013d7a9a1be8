import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { FileField, FileKind } from '../../../contract/platform/route.ts';
import { newId } from '../id.ts';
import { notePassed } from '../return-memory.ts';
import { type Hashes, hasher } from './blocks.ts';
import type { Piece } from './images/image.ts';
import { turns } from './in-turn.ts';
import { type Judged, judgeFile, type Unfit } from './judge-file.ts';
import type { Files } from './open-files.ts';
import { bytesOfFile, type RandomAccess, readInTurn } from './random-access.ts';
import { tooLarge, unfit } from './refusals.ts';
import { safeName } from './safe-name.ts';

/** A few at once: looking into files takes processor and memory that belong to all. */
const lookInTurn = turns(3);

/** A file that came in and was judged; it lies on this machine and is nowhere kept yet. */
export type Incoming = Hashes & {
  id: string;
  path: string;
  fileName: string;
  kind: FileKind;
  mediaType: string;
  bytes: number;
};

/** A file as it comes: its field, its name as it was sent, and its bytes. */
export type Arriving = { field: string; name: string; bytes: AsyncIterable<Buffer> };

/**
 * Takes a file in as it streams: 413 as soon as it is larger than the field takes, 415 when its content
 * is not what the field takes; then nothing of it is left. Photos lose what they tell of place and camera.
 */
export async function receiveFile(
  files: Files,
  arriving: Arriving,
  takes: FileField,
): Promise<Incoming> {
  const id = newId();
  const file = path.join(files.incoming, id);
  try {
    const raw = await write(file, arriving.bytes, (total) => {
      if (total > takes.bytesMax) throw tooLarge(arriving.field, takes);
    });
    const { judged, kept } = await lookInTurn(async () => {
      const judged = await judge(file, arriving, takes);
      return { judged, kept: judged.pieces ? await rewrite(file, judged.pieces) : raw };
    });
    const { kind, mediaType, extensions } = judged;
    return {
      id,
      path: file,
      fileName: safeName(arriving.name, extensions),
      kind,
      mediaType,
      ...kept,
    };
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

type Written = Hashes & { bytes: number };

async function write(
  file: string,
  chunks: AsyncIterable<Buffer>,
  check: (total: number) => void = () => {},
): Promise<Written> {
  const handle = await open(file, 'wx', 0o600);
  const hashes = hasher();
  let bytes = 0;
  try {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      check(bytes);
      hashes.update(chunk);
      await handle.writeFile(chunk);
      notePassed(chunk.length);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { ...hashes.end(), bytes };
}

async function judge(file: string, { field, name }: Arriving, takes: FileField): Promise<Judged> {
  const judged = await withBytes(file, (bytes) =>
    bytes.length === 0 ? 'type' : judgeFile(file, bytes, name, takes.kinds),
  );
  if (typeof judged !== 'string') return judged;
  throw unfit(judged satisfies Unfit, field, takes);
}

// Only the pieces that are kept are written anew.
async function rewrite(file: string, pieces: readonly Piece[]): Promise<Written> {
  const clean = `${file}.clean`;
  try {
    const written = await withBytes(file, (bytes) => write(clean, joined(bytes, pieces)));
    await rename(clean, file);
    return written;
  } catch (error) {
    await rm(clean, { force: true });
    throw error;
  }
}

async function* joined(bytes: RandomAccess, pieces: readonly Piece[]): AsyncGenerator<Buffer> {
  for (const piece of pieces) {
    if (Buffer.isBuffer(piece)) yield piece;
    else yield* readInTurn(bytes, piece.from, piece.to);
  }
}

async function withBytes<T>(
  file: string,
  work: (bytes: RandomAccess) => T | Promise<T>,
): Promise<T> {
  const handle: FileHandle = await open(file);
  try {
    return await work(await bytesOfFile(handle));
  } finally {
    await handle.close();
  }
}
