import { createHash } from 'node:crypto';

/** What is stored is checked by blocks of this size, so that a part of a file can be checked alone. */
export const blockBytes = 262_144;
export const hashBytes = 32;

/** Hashes of a file: of all of it, and of each block, one after the other. */
export type Hashes = { sha256: Buffer; blocks: Buffer };

/** Hashes what passes by; `end` gives what came out. */
export function hasher(): { update(chunk: Buffer): void; end(): Hashes } {
  const whole = createHash('sha256');
  const blocks: Buffer[] = [];
  let block = createHash('sha256');
  let filled = 0;
  return {
    update(chunk) {
      whole.update(chunk);
      for (let at = 0; at < chunk.length; ) {
        const part = chunk.subarray(at, at + blockBytes - filled);
        block.update(part);
        filled += part.length;
        at += part.length;
        if (filled === blockBytes) {
          blocks.push(block.digest());
          block = createHash('sha256');
          filled = 0;
        }
      }
    },
    end() {
      if (filled > 0) blocks.push(block.digest());
      return { sha256: whole.digest(), blocks: Buffer.concat(blocks) };
    },
  };
}

/** Whether a block is the one that was stored. */
export function isBlock(hashes: Buffer, number: number, block: Buffer): boolean {
  const hash = createHash('sha256').update(block).digest();
  return hashes.subarray(number * hashBytes, (number + 1) * hashBytes).equals(hash);
}
