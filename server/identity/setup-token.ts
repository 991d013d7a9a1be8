import { randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../platform/config.ts';

/**
 * The one-time token that the first organisation needs when the program is reachable from outside.
 * It is made at first start and kept in the data folder; null once it was used.
 */
export async function openSetupToken(config: Config): Promise<string | null> {
  await mkdir(config.dataFolder, { recursive: true });
  try {
    const token = randomBytes(18).toString('base64url');
    await writeFile(fileOf(config), token, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return (await readFile(fileOf(config), 'utf8')) || null;
}

/** Whether `given` is the set-up token; a spent one is no longer. */
export async function isSetupToken(config: Config, given: string | undefined): Promise<boolean> {
  const kept = Buffer.from((await openSetupToken(config)) ?? '');
  const bytes = Buffer.from(given ?? '');
  return bytes.length > 0 && bytes.length === kept.length && timingSafeEqual(bytes, kept);
}

/** Empties the file of the set-up token: it was used, and no other is made. */
export async function spendSetupToken(config: Config): Promise<void> {
  if (!config.local) await writeFile(fileOf(config), '');
}

function fileOf(config: Config): string {
  return join(config.dataFolder, 'setup-token');
}
