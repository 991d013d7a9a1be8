import { rename, stat, truncate } from 'node:fs/promises';

const largestBytes = 5_000_000;
const checkEveryMs = 10 * 60_000;

/** Keeps a log that another process appends to below about 10 MB; returns how to stop. */
export async function keepLogSmall(file: string): Promise<() => void> {
  if (await isLarge(file)) await rename(file, `${file}.1`);
  const timer = setInterval(async () => {
    // PostgreSQL holds the file open, so while it runs the file can be emptied but not replaced.
    if (await isLarge(file)) await truncate(file).catch(() => undefined);
  }, checkEveryMs).unref();
  return () => clearInterval(timer);
}

async function isLarge(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return (found?.size ?? 0) > largestBytes;
}
