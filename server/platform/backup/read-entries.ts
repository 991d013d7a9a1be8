import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar-stream';
import { ConfigError } from '../config.ts';
import { unwrap } from './wrapping.ts';

/** The bytes of one entry. */
export type Entry = AsyncIterable<unknown>;

/** Goes through a backup's entries in their order; `visit` must read each to its end. */
export async function readEntries(
  file: string,
  passphrase: string | null,
  visit: (name: string, entry: Entry) => Promise<void>,
): Promise<void> {
  const tar = extract();
  const opened = pipeline(await unwrap(file, passphrase), tar as unknown as Writable);
  // Told once, by whichever of the two notices first.
  opened.catch(() => {});
  try {
    for await (const entry of tar) await visit(entry.header.name, entry);
    await opened;
  } catch (error) {
    const cause: Error = await opened.then(() => error as Error).catch((first) => first);
    throw isOurs(error)
      ? error
      : new ConfigError(`${file} is damaged: ${cause.message}`, { cause });
  }
}

// What reading meets is damage; what writing meets has a sentence or a code of its own.
function isOurs(error: unknown): boolean {
  return error instanceof ConfigError || (error instanceof Error && 'severity' in error);
}

/** All bytes of an entry that fits into memory. */
export async function bytesOf(entry: Entry): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of entry) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
