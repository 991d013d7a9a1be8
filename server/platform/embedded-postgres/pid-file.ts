import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Place } from './place.ts';

/** Above every system's highest process id. */
const nobody = 2_147_483_647;

/** What PostgreSQL says of itself in postmaster.pid: line 1 is its process, 4 its port, 8 its state. */
export async function readPidFile(
  place: Place,
): Promise<{ pid: number; port: number; isReady: boolean } | undefined> {
  const text = await readFile(pidFileOf(place), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  const [pid, , , port] = lines.map(Number);
  return { pid: pid ?? 0, port: port ?? 0, isReady: lines[7]?.trim() === 'ready' };
}

/**
 * Lets PostgreSQL start although the process number in a stale postmaster.pid is in use by someone
 * else. The file stays: its shared memory key guards against processes that still use the data.
 */
export async function disownPidFile(place: Place): Promise<void> {
  const [, ...rest] = (await readFile(pidFileOf(place), 'utf8')).split('\n');
  await writeFile(pidFileOf(place), [nobody, ...rest].join('\n'));
}

function pidFileOf(place: Place): string {
  return path.join(place.cluster, 'postmaster.pid');
}
