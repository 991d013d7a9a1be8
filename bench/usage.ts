import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Child } from './child.ts';

/** CPU milliseconds used since start; null where nobody can tell. */
export type Cpu = { server: number; postgres: number | null };
/** Bytes: the server's resident set now and at its highest, PostgreSQL's proportional set of all processes. */
export type Memory = { server: number; serverPeak: number | null; postgres: number | null };

/** Whether this system tells what other processes use. */
export const hasProc = existsSync('/proc/self/stat');
// Linux counts in 1/100 s on every common build (getconf CLK_TCK).
const msPerTick = 10;

/** What the server and all processes of PostgreSQL have used of the CPU. */
export async function readCpu(server: Child, postmaster: number): Promise<Cpu> {
  if (!hasProc) return { server: (await askUsage(server)).cpuMs, postgres: null };
  const { own } = ticksOf(server.pid);
  // Connections that have ended are counted with the postmaster that waited for them.
  const main = ticksOf(postmaster);
  let postgres = main.own + main.waitedFor;
  for (const pid of childrenOf(postmaster)) postgres += ticksOf(pid).own;
  return { server: own * msPerTick, postgres: postgres * msPerTick };
}

/** What both take of the memory; shared buffers count once, since PSS shares them out. */
export async function readMemory(server: Child, postmaster: number): Promise<Memory> {
  if (!hasProc) {
    return { server: (await askUsage(server)).rssBytes, serverPeak: null, postgres: null };
  }
  const status = read(`/proc/${server.pid}/status`);
  const pids = [postmaster, ...childrenOf(postmaster)];
  const postgres = pids.reduce((sum, pid) => sum + pssOf(pid), 0);
  return { server: kilobytes(status, 'VmRSS'), serverPeak: kilobytes(status, 'VmHWM'), postgres };
}

/** The parent of a process; the postmaster, when it is asked for a backend. */
export function parentOf(pid: number): number {
  return Number(statOf(pid)[1] ?? 0);
}

function askUsage(server: Child): Promise<{ cpuMs: number; rssBytes: number }> {
  return server.ask({ usage: true });
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent);
}

// Fields of proc(5) stat from the third on (state, ppid, …): the name before may hold spaces.
function statOf(pid: number): string[] {
  const text = read(`/proc/${pid}/stat`);
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function ticksOf(pid: number): { own: number; waitedFor: number } {
  const [user, system, waitedUser, waitedSystem] = statOf(pid).slice(11, 15).map(Number);
  const sum = (a = 0, b = 0) => a + b;
  return { own: sum(user, system), waitedFor: sum(waitedUser, waitedSystem) };
}

function pssOf(pid: number): number {
  return kilobytes(read(`/proc/${pid}/smaps_rollup`), 'Pss');
}

function kilobytes(text: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0) * 1_024;
}

// A process may end between being listed and being read.
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
