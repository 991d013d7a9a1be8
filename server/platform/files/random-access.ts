import type { FileHandle } from 'node:fs/promises';

/** Bytes that are read at any place; at their end fewer come than asked for. */
export type RandomAccess = {
  readonly length: number;
  read(at: number, length: number): Promise<Buffer>;
};

/** The bytes of an open file. */
export async function bytesOfFile(handle: FileHandle): Promise<RandomAccess> {
  const { size } = await handle.stat();
  return {
    length: size,
    async read(at, length) {
      const most = Math.max(0, Math.min(length, size - at));
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(most), 0, most, at);
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
): Promise<Buffer> {
  const read = at < 0 ? Buffer.alloc(0) : await bytes.read(at, length);
  if (read.length === length) return read;
  throw new Error('the bytes end too early');
}

/** From one place to another in chunks. */
export async function* readChunks(
  bytes: RandomAccess,
  from: number,
  to: number,
  chunkBytes = 65_536,
): AsyncGenerator<Buffer> {
  for (let at = from; at < to; at += chunkBytes) {
    yield readExactly(bytes, at, Math.min(chunkBytes, to - at));
  }
}
