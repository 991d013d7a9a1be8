import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endPostgres } from './ending.ts';
import { keepLogSmall } from './log-size.ts';
import { readPidFile } from './pid-file.ts';
import { type Place, runAs } from './place.ts';

const startAttempts = 5;
const pollMs = 10;

type Settings = Readonly<Record<string, string>>;
type Running = { readonly child: ChildProcess; readonly port: number };

/** Runs PostgreSQL until stopped, and starts it again at the same port when it dies meanwhile. */
export async function superviseServer(
  place: Place,
  settings: Settings,
): Promise<{ port: number; stop(): Promise<void> }> {
  const stopWatchingLog = await keepLogSmall(logOf(place));
  let running = await start(place, settings);
  let restarted: Promise<void> | undefined;
  let isStopping = false;

  const watch = () => {
    running.child.once('exit', () => {
      if (!isStopping) restarted = restart();
    });
  };
  const restart = async () => {
    console.error('PostgreSQL ended unexpectedly; starting it again.');
    running = await start(place, settings, running.port);
    watch();
  };
  watch();
  // For a process that ends without stopping us; PostgreSQL then finishes on its own.
  const onExit = () => running.child.kill('SIGINT');
  process.once('exit', onExit);

  const stop = async () => {
    isStopping = true;
    await restarted?.catch(() => undefined);
    if (running.child.pid) await endPostgres(place, running.child.pid, () => hasEnded(running));
    process.off('exit', onExit);
    stopWatchingLog();
  };
  return { port: running.port, stop };
}

async function start(place: Place, settings: Settings, samePort?: number): Promise<Running> {
  for (let attempt = 1; attempt <= startAttempts; attempt += 1) {
    const port = samePort ?? (await freePort());
    const running = { port, child: await spawnPostgres(place, { ...settings, port: `${port}` }) };
    if (await becomesReady(place, running)) return running;
    // The port was taken meanwhile, or processes of a killed PostgreSQL are still leaving.
    await sleep(attempt * 200);
  }
  const log = await readFile(logOf(place), 'utf8').catch(() => '');
  throw new Error(`PostgreSQL did not start. The end of its log:\n${log.slice(-2000)}`);
}

async function spawnPostgres(place: Place, settings: Settings): Promise<ChildProcess> {
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const program = path.join(place.binaries, 'bin', 'postgres');
  const log = await open(logOf(place), 'a', 0o600);
  try {
    const child = spawn(program, ['-D', place.cluster, ...flags], {
      ...runAs(place),
      stdio: ['ignore', log.fd, log.fd],
      // Outside our process group: at Ctrl-C the requests under way still need their database.
      detached: process.platform !== 'win32',
    });
    child.on('error', (error) => console.error(`PostgreSQL: ${error.message}`));
    child.unref();
    return child;
  } finally {
    await log.close();
  }
}

async function becomesReady(place: Place, running: Running): Promise<boolean> {
  while (running.child.pid && !hasEnded(running)) {
    const file = await readPidFile(place);
    if (file?.pid === running.child.pid && file.isReady) return true;
    await sleep(pollMs);
  }
  return false;
}

function hasEnded({ child }: Running): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function logOf(place: Place): string {
  return path.join(place.folder, 'postgres.log');
}

async function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const server = createServer().once('error', reject);
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
  });
  return promise;
}
