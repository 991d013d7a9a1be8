import { Readable } from 'node:stream';
import { blockBytes, isBlock } from './blocks.ts';
import type { Range } from './range.ts';
import type { FileKey, FileStore } from './store.ts';

/** What is known of a stored file. */
export type StoredBytes = { key: FileKey; bytes: number; blocks: Buffer };

/** What lies in the store is not what was put there. */
export class DamagedFile extends Error {}

/**
 * Reads a range of a stored file, block by block; each is held against its hash before any of it is
 * given away. Throws `DamagedFile` or `MissingFile` if the first block is bad already; a later one ends
 * the stream with the error.
 */
export async function readStored(
  store: FileStore,
  file: StoredBytes,
  range: Range,
): Promise<Readable> {
  const chunks = checked(store, file, range);
  return streamOf(await chunks.next(), chunks);
}

// Not `Readable.from`: a stream that nobody read from must let go of its file, too.
function streamOf(first: IteratorResult<Buffer>, rest: AsyncGenerator<Buffer>): Readable {
  let held: IteratorResult<Buffer> | null = first;
  const next = async (stream: Readable) => {
    const turn = held ?? (await rest.next());
    held = null;
    stream.push(turn.done ? null : turn.value);
  };
  return new Readable({
    read() {
      next(this).catch((error) => this.destroy(error));
    },
    destroy(error, done) {
      rest.return(undefined).then(
        () => done(error),
        () => done(error),
      );
    },
  });
}

async function* checked(
  store: FileStore,
  { key, bytes, blocks }: StoredBytes,
  { from, to }: Range,
): AsyncGenerator<Buffer> {
  let number = Math.floor(from / blockBytes);
  const start = number * blockBytes;
  const end = Math.min(bytes, Math.ceil(to / blockBytes) * blockBytes);
  for await (const block of inBlocks(await store.read(key, start, end), end - start)) {
    if (!isBlock(blocks, number, block)) throw new DamagedFile(`block ${number} of ${key.id}`);
    const at = number * blockBytes;
    yield block.subarray(Math.max(0, from - at), Math.min(block.length, to - at));
    number += 1;
  }
}

async function* inBlocks(source: Readable, length: number): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  let left = length;
  const take = () => {
    const block = Buffer.concat(held, heldBytes);
    [held, heldBytes, left] = [[], 0, left - block.length];
    return block;
  };
  for await (const chunk of source as AsyncIterable<Buffer>) {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + blockBytes - heldBytes);
      held.push(part);
      heldBytes += part.length;
      at += part.length;
      if (heldBytes === blockBytes) yield take();
    }
  }
  if (heldBytes > 0) yield take();
  if (left !== 0) throw new DamagedFile('the file has another length');
}
