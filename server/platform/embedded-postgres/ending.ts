import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { disownPidFile, readPidFile } from './pid-file.ts';
import { type Place, runAs } from './place.ts';
import { birthOf, commandOf } from './process-table.ts';

const pollMs = 10;

/** PostgreSQL's fast shutdown, then its immediate one, then what no process survives. */
const escalation = [
  ['SIGINT', 15_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
] as const;

/** Ends a PostgreSQL of ours and waits until it is gone. */
export async function endPostgres(
  place: Place,
  pid: number,
  isGone: () => boolean | Promise<boolean>,
): Promise<void> {
  for (const [signal, patienceMs] of escalation) {
    if (await isGone()) return;
    sendSignal(place, pid, signal);
    const deadline = Date.now() + patienceMs;
    while (Date.now() < deadline) {
      if (await isGone()) return;
      await sleep(pollMs);
    }
  }
  throw new Error(`PostgreSQL (process ${pid}) could not be ended.`);
}

/** Ends the PostgreSQL that a killed Callboard left running on this cluster. */
export async function endOrphan(place: Place): Promise<void> {
  const file = await readPidFile(place);
  if (!file) return;
  const born = await birthOf(file.pid);
  const command = await commandOf(file.pid);
  if (born && command.includes('postgres') && command.includes(place.cluster)) {
    await endPostgres(place, file.pid, async () => (await birthOf(file.pid)) !== born);
  } else if (process.platform !== 'win32') {
    await disownPidFile(place);
  }
}

function sendSignal(place: Place, pid: number, signal: NodeJS.Signals): void {
  if (process.platform === 'win32' && signal !== 'SIGKILL') {
    // Node's signals end a process at once on Windows; pg_ctl asks PostgreSQL in its own way.
    const program = path.join(place.binaries, 'bin', 'pg_ctl');
    const mode = signal === 'SIGINT' ? 'fast' : 'immediate';
    spawn(program, ['stop', '-W', '-D', place.cluster, '-m', mode], runAs(place));
    return;
  }
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
