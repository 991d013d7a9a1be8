import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from './source-files.ts';

/** A JavaScript program of a package, run on our Node. */
export function nodeProgram(file: string, ...args: string[]): [string, ...string[]] {
  return [process.execPath, path.join(root, 'node_modules', file), ...args];
}

/** A script of ours, run on our Node. */
export function nodeScript(file: string, ...args: string[]): [string, ...string[]] {
  return [process.execPath, file, ...args];
}

/** Runs a program in the checkout and collects what it prints, or shows it as it comes. */
export function runProgram(
  [program, ...args]: readonly [string, ...string[]],
  show: 'shown' | 'collected' = 'collected',
): Promise<{ code: number; output: string }> {
  const { promise, resolve } = Promise.withResolvers<{ code: number; output: string }>();
  const child = spawn(program, args, {
    cwd: root,
    stdio: show === 'shown' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
  child.on('close', (code) => resolve({ code: code ?? 1, output }));
  return promise;
}
