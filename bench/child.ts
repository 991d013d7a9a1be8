import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

/** The checkout. */
export const root = path.resolve(import.meta.dirname, '..');

/** A process of ours that is ready. */
export type Child = {
  readonly pid: number;
  /** The address in its ready line. */
  readonly origin: string;
  /** Sends a message and resolves with its answer; one at a time. */
  ask<T>(message: object): Promise<T>;
  stop(): Promise<void>;
};

type Started = { args: string[]; env?: Record<string, string>; preload?: string };

const readyLine = /ready at (\S+)/;

/** Starts a program on our Node and waits for its line `… ready at <address>`. */
export function startChild({ args, env = {}, preload }: Started): Promise<Child> {
  const flags = preload ? ['--import', path.join(import.meta.dirname, preload)] : [];
  const child = spawn(process.execPath, [...flags, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const { promise, resolve, reject } = Promise.withResolvers<Child>();
  let said = '';
  const listen = (chunk: Buffer) => {
    said = (said + chunk).slice(-4_000);
    const origin = readyLine.exec(said)?.[1];
    if (origin) resolve(childOf(child, origin));
  };
  child.stdout?.on('data', listen);
  child.stderr?.on('data', (chunk) => {
    said = (said + chunk).slice(-4_000);
  });
  child.once('error', reject);
  child.once('exit', (code) => reject(new Error(`${args[0]} ended (${code}): ${said}`)));
  return promise;
}

function childOf(child: ChildProcess, origin: string): Child {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    pid: child.pid as number,
    origin,
    ask<T>(message: object) {
      return new Promise<T>((resolve, reject) => {
        const onExit = () => reject(new Error('the process ended before it answered'));
        child.once('exit', onExit);
        child.once('message', (answer) => {
          child.off('exit', onExit);
          resolve(answer as T);
        });
        child.send(message);
      });
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
