import { readFileSync, rmSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigError } from '../config-error.ts';
import { birthOf } from './process-table.ts';

const waitForLeavingMs = 3000;
const pollMs = 100;

/** Holds a folder for this process alone until released; a dead holder's lock is taken over. */
export async function holdFolder(
  folder: string,
  patienceMs = waitForLeavingMs,
): Promise<() => Promise<void>> {
  const file = path.join(folder, 'callboard.pid');
  const mine = JSON.stringify({ pid: process.pid, born: await birthOf(process.pid) });
  const deadline = Date.now() + patienceMs;
  while (!(await tryTake(file, mine))) {
    // Whoever holds it may be on its way out, as after a restart in one breath.
    if (Date.now() > deadline) throw new FolderHeld(folder, (await holderOf(file))?.pid);
    await sleep(pollMs);
  }
  const letGo = () => {
    if (readOwn(file) === mine) rmSync(file, { force: true });
  };
  process.once('exit', letGo);
  return async () => {
    process.off('exit', letGo);
    letGo();
  };
}

/** Whether a living Callboard holds a folder. */
export async function isHeld(folder: string): Promise<boolean> {
  const holder = await holderOf(path.join(folder, 'callboard.pid'));
  return holder !== undefined && (await birthOf(holder.pid)) === holder.born;
}

/** Another living Callboard works on the folder. */
export class FolderHeld extends ConfigError {
  constructor(folder: string, pid: number | undefined) {
    super(
      `Another Callboard (process ${pid ?? 'unknown'}) already works on ${folder}. Stop it first, or give this one its own folder with CALLBOARD_DATA.`,
    );
    this.name = 'FolderHeld';
  }
}

async function tryTake(file: string, mine: string): Promise<boolean> {
  const holder = await holderOf(file);
  if (holder && (await birthOf(holder.pid)) === holder.born) return false;
  if (holder) await rm(file, { force: true });
  try {
    await writeFile(file, mine, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  // Two that took over the same dead lock at once: the later one's file is the one that stays.
  if (holder) await sleep(pollMs);
  return readOwn(file) === mine;
}

async function holderOf(file: string): Promise<{ pid: number; born: string } | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    if (error instanceof SyntaxError) return { pid: 0, born: 'never written to its end' };
    throw error;
  }
}

function readOwn(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
