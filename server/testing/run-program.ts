import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { serverEnvironment } from '../../scripts/runtime.mjs';

const cli = resolve(import.meta.dirname, '../cli.ts');

/** The program as its own process, as `npm start` runs it. */
export type Running = { pid: number; kill(signal: NodeJS.Signals): Promise<void> };

/** Starts the program with these settings and waits for its ready line. */
export async function runProgram(env: Record<string, string>): Promise<Running> {
  const child = spawnCli(['start'], env);
  await ready(child);
  return {
    pid: child.pid as number,
    async kill(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    },
  };
}

/** Runs a command of the program, with its arguments, to its end. */
export async function runCommand(command: string | string[], env: Record<string, string>) {
  const child = spawnCli([command].flat(), env);
  let output = '';
  let stdout = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
    stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    output += chunk;
  });
  const [code] = (await once(child, 'close')) as [number];
  return { code, output, stdout };
}

function spawnCli(args: string[], env: Record<string, string>): ChildProcess {
  const inherited = { PATH: process.env.PATH, HOME: process.env.HOME };
  return spawn(process.execPath, [cli, ...args], {
    env: { ...serverEnvironment(inherited), METRICS_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolved, failed) => {
    let output = '';
    const look = (chunk: Buffer) => {
      output += chunk;
      if (output.includes('Callboard is ready')) resolved();
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    child.on('exit', (code) => failed(new Error(`the program ended (${code}): ${output}`)));
  });
}
