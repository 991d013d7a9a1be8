import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** When a process was born, in the system's own words, or nothing when it is gone: pid alone is reused. */
export async function birthOf(pid: number): Promise<string | undefined> {
  if (!isListed(pid)) return undefined;
  if (process.platform === 'win32') return 'alive';
  if (process.platform === 'linux') {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    // proc(5): the name, field 2, may hold spaces and brackets; the state follows, field 22 is the start.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const isDead = fields[0] === 'Z' || fields[0] === 'X';
    return isDead ? undefined : fields[19];
  }
  return ps(pid, 'lstart=');
}

/** The command line of a living process, empty when it cannot be read. */
export async function commandOf(pid: number): Promise<string> {
  if (process.platform === 'win32') return '';
  if (process.platform !== 'linux') return (await ps(pid, 'command=')) ?? '';
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return line.replaceAll('\0', ' ');
}

async function ps(pid: number, column: string): Promise<string | undefined> {
  const { stdout } = await execute('ps', ['-o', column, '-p', String(pid)]).catch(() => ({
    stdout: '',
  }));
  return stdout.trim() || undefined;
}

function isListed(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
