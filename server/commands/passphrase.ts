import { readFile } from 'node:fs/promises';
import { ConfigError } from '../platform/config.ts';

/** A secret from a file (its first line), so that it is in no process list and no shell history. */
export async function secretFrom(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new ConfigError(`${file} can't be read.`);
  });
  const line = text.split(/\r?\n/)[0] ?? '';
  if (line) return line;
  throw new ConfigError(`${file} is empty.`);
}

/** The passphrase of a backup: from its file, or CALLBOARD_PASSPHRASE, or null. */
export async function passphraseOf(file: string | undefined): Promise<string | null> {
  return file ? secretFrom(file) : process.env.CALLBOARD_PASSPHRASE || null;
}
