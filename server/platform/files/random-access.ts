import type { FileHandle } from 'node:fs/promises';

/** Bytes that are read at any place; at their end fewer come than asked for. */
export type RandomAccess = {
  readonly length: number;
  /** Into `into`, where it is given and large enough: what was read before is gone then. */
  read(at: number, length: number, into?: Buffer): Promise<Buffer>;
};

/** The bytes of an open file. */
export async function bytesOfFile(handle: FileHandle): Promise<RandomAccess> {
  const { size } = await handle.stat();
  return {
    length: size,
    async read(at, length, into) {
      const most = Math.max(0, Math.min(length, size - at));
      const target = into && into.length >= most ? into : Buffer.alloc(most);
      const { buffer, bytesRead } = await handle.read(target, 0, most, at);
      return buffer.subarray(0, bytesRead);
    },
  };
}

/** Bytes in memory. */
export function bytesInMemory(buffer: Buffer): RandomAccess {
  return {
    length: buffer.length,
    read: async (at, length) => buffer.subarray(at, at + length),
  };
}

/** Exactly so many bytes; throws when there are fewer. */
export async function readExactly(
  bytes: RandomAccess,
  at: number,
  length: number,
  into?: Buffer,
): Promise<Buffer> {
  const read = at < 0 ? Buffer.alloc(0) : await bytes.read(at, length, into);
  if (read.length === length) return read;
  throw new Error('the bytes end too early');
}

const chunkBytes = 65_536;

/** From one place to another in chunks. */
export async function* readChunks(
  bytes: RandomAccess,
  from: number,
  to: number,
  into?: Buffer,
): AsyncGenerator<Buffer> {
  for (let at = from; at < to; at += chunkBytes) {
    yield readExactly(bytes, at, Math.min(chunkBytes, to - at), into);
  }
}

/** The same for whoever is done with a chunk before the next: there is one buffer for all of them. */
export function readInTurn(bytes: RandomAccess, from: number, to: number): AsyncGenerator<Buffer> {
  return readChunks(bytes, from, to, Buffer.alloc(Math.min(chunkBytes, Math.max(0, to - from))));
}
