// Runs on whatever Node came with the machine (20 or later) and before anything is installed:
// plain JavaScript, no dependencies.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { install, isInstalled, nodeBinary, root } from './install.mjs';
import { serverEnvironment } from './runtime.mjs';

const sameKeystrokeMs = 500;

if (!isInstalled()) await install();
launch(process.argv.slice(2));

function launch(argv) {
  const preload = new URL('./launched.mjs', import.meta.url).href;
  const child = spawn(nodeBinary, ['--import', preload, ...argv], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // Ctrl-C reaches this process twice, from the terminal and from npm. In a group of its own the
    // child hears it only from here, once. (On Windows that would open a second console.)
    detached: process.platform !== 'win32',
    env: { ...environmentOf(argv), ...pathWithOurNode() },
  });
  child.on('error', (error) => {
    console.error(`Callboard could not run ${nodeBinary}: ${error.message}`);
    console.error('Delete the folder node_modules and start again.');
    process.exit(1);
  });
  const stopForwarding = forwardSignals(child);
  child.on('exit', (code, signal) => {
    stopForwarding();
    if (signal) process.kill(process.pid, signal);
    else process.exit(code ?? 1);
  });
}

function environmentOf([program]) {
  return program === 'server/cli.ts' ? serverEnvironment() : process.env;
}

function pathWithOurNode() {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const bin = path.join(root, 'node_modules', '.bin');
  return { [name]: [bin, process.env[name]].filter(Boolean).join(path.delimiter) };
}

function forwardSignals(child) {
  const lastAt = new Map();
  const forward = (signal) => {
    const now = Date.now();
    if (now - (lastAt.get(signal) ?? 0) < sameKeystrokeMs) return;
    lastAt.set(signal, now);
    if (process.platform === 'win32') return;
    try {
      process.kill(-child.pid, signal);
    } catch {
      // It has just ended.
    }
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  return () => {
    for (const signal of signals) process.off(signal, forward);
  };
}
