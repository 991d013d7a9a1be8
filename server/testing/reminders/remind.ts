import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { App } from '../../platform/app.ts';
import { type Planted, plantReminders } from './plant.ts';
import { openReceiver, type Receiver } from './receiver.ts';
import { openTextReceiver } from './text-receiver.ts';

/** What came of it. */
export type Reminded = {
  planted: number;
  /** Different messages that the receiver took. */
  taken: number;
  /** Came once more: by mail under the Message-ID that the receiver knew, which drops those. */
  repeated: number;
  /** Came before their time. */
  early: number;
  kills: number;
  seconds: number;
  /** Messages that the outbox does not call sent. */
  unsent: number;
  attempts: number;
};

type Wanted = Planted & { url: string; dataFolder: string; kills: number };

/**
 * Plants reminders and lets a worker send them while its virtual clock runs through the days; at
 * `kills` random moments the worker is killed outright and another takes over.
 */
export async function remind(app: App, client: pg.ClientBase, wanted: Wanted): Promise<Reminded> {
  const planted = await plantReminders(app, client, wanted);
  let now = Date.parse(wanted.start);
  const killAt = randomPlaces(wanted.kills, planted);
  let worker: ChildProcess | null = null;
  let kills = 0;
  let count = 0;
  const onTaken = () => {
    count += 1;
    if (!killAt.has(count)) return;
    kills += 1;
    worker?.kill('SIGKILL');
  };
  const receiver =
    wanted.channel === 'sms'
      ? await openTextReceiver(() => now, onTaken, wanted.times)
      : await openReceiver(() => now, onTaken);
  const env = { DATABASE_URL: wanted.url, CALLBOARD_DATA: wanted.dataFolder, ...receiver.env };
  const began = performance.now();
  while ((await countOpen(client, null)) > 0) {
    if (!worker || worker.exitCode !== null || worker.signalCode !== null) {
      worker = await startWorker({ ...env, CLOCK_NOW: String(now) });
    }
    // A day on, when the day is done; else far enough for what a dead worker held to be free again.
    const due = await countOpen(client, new Date(now).toISOString());
    now += due === 0 ? 24 * 3_600_000 : 5_000;
    if (worker.connected) worker.send({ now }, () => {});
    await sleep(due === 0 ? 20 : 100);
  }
  const seconds = (performance.now() - began) / 1_000;
  worker?.kill('SIGKILL');
  await receiver.close();
  const early = await countEarly(client, receiver);
  const { rows } = await client.query<{ unsent: number; attempts: number }>(
    `SELECT count(*) FILTER (WHERE status <> 'sent')::integer AS unsent, sum(attempts)::integer AS attempts
     FROM message WHERE template = 'test-letter'`,
  );
  const { unsent = -1, attempts = -1 } = rows[0] ?? {};
  return {
    ...{ planted, taken: receiver.taken(), repeated: receiver.repeated() },
    ...{ early, kills, seconds, unsent, attempts },
  };
}

function randomPlaces(wanted: number, until: number): Set<number> {
  const places = new Set<number>();
  while (places.size < wanted) places.add(1 + Math.floor(Math.random() * (until - 1)));
  return places;
}

async function startWorker(env: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'worker.ts')], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, METRICS_PORT: '0', ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the worker ended (${code}): ${said}`);
  });
  ended.catch(() => {});
  await Promise.race([once(child, 'message'), ended]);
  return child;
}

/** Open messages, all or those that are due; a lease is due at its end. */
async function countOpen(client: pg.ClientBase, due: string | null): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `SELECT count(*)::integer AS n FROM message WHERE status IN ('queued', 'sending')
       AND template = 'test-letter' AND ($1::timestamptz IS NULL OR due_at <= $1 OR status = 'sending')`,
    [due],
  );
  return rows[0]?.n ?? 0;
}

async function countEarly(client: pg.ClientBase, { firstAt }: Receiver): Promise<number> {
  const { rows } = await client.query<{ id: string; planned: string }>(
    'SELECT id, planned FROM planted_reminder',
  );
  return rows.filter(({ id, planned }) => (firstAt(id) ?? Infinity) < Date.parse(planned)).length;
}
