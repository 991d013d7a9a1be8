import path from 'node:path';
import { pino } from 'pino';
import { openProgram } from '../server/app.ts';
import type { App } from '../server/platform/app.ts';
import { realClock } from '../server/platform/clock.ts';
import { readConfig } from '../server/platform/config.ts';
import { plantReminders } from '../server/testing/reminders/plant.ts';
import { openReceiver } from '../server/testing/reminders/receiver.ts';
import { type Reminded, remind } from '../server/testing/reminders/remind.ts';
import { startChild } from './child.ts';
import { type BenchDatabase, openDatabase } from './database.ts';
import type { Options } from './options.ts';
import { say } from './report.ts';
import { freePort } from './stage.ts';

/** Messages that one worker sends in a second. */
export type Sent = { to: 'mailbox' | 'SMTP'; messages: number; perSecond: number };

const organisations = 20;

/** Fills the outbox and lets one worker empty it: into the built-in mailbox, then to a mail server. */
export async function measureOutbox(options: Options): Promise<Sent[]> {
  const size = options.quick ? 1 : 10;
  return [
    await drain('mailbox', { organisations, people: 50, times: 2 * size }),
    await drain('SMTP', { organisations, people: 50, times: size / 2 + 0.5 }),
  ];
}

async function drain(
  to: Sent['to'],
  planted: { organisations: number; people: number; times: number },
): Promise<Sent> {
  const receiver = await openReceiver(Date.now, () => {});
  const { messages, seconds } = await withDatabase(async (database, app) => {
    const start = '2020-01-01T00:00:00Z';
    const times = Math.floor(planted.times);
    const messages = await plantReminders(app, database.owner, { ...planted, times, start });
    const worker = await startChild({
      args: [path.join('server', 'cli.ts'), 'start'],
      env: {
        ...environment(database),
        CALLBOARD_ROLE: 'worker',
        PORT: String(await freePort()),
        ...(to === 'SMTP' ? receiver.env : { SMTP_URL: '' }),
      },
    });
    const seconds = await untilEmpty(database);
    await worker.stop();
    return { messages, seconds };
  });
  await receiver.close();
  const perSecond = messages / seconds;
  say(`outbox to ${to}: ${Math.round(perSecond)}/s`);
  return { to, messages, perSecond };
}

/** Reminders through the outbox, their worker killed again and again at random moments. */
export async function measureReminders(options: Options): Promise<Reminded> {
  const size = options.quick
    ? { organisations, people: 25, times: 10, kills: 5 }
    : { organisations, people: 250, times: 20, kills: 50 };
  say(`${size.organisations * size.people * size.times} reminders, ${size.kills} kills`);
  return withDatabase((database, app) =>
    remind(app, database.owner, {
      ...size,
      start: '2027-01-01T00:00:00Z',
      url: database.url,
      dataFolder: database.folder,
    }),
  );
}

async function withDatabase<T>(
  work: (database: BenchDatabase, app: App) => Promise<T>,
): Promise<T> {
  const database = await openDatabase();
  const config = { ...readConfig(environment(database)), works: false };
  const silent = pino({ level: 'silent' });
  const program = await openProgram(config, database.url, realClock, silent);
  try {
    return await work(database, program.app);
  } finally {
    await program.stop();
    await database.stop();
  }
}

const environment = ({ url, folder }: BenchDatabase) => ({
  ...{ DATABASE_URL: url, CALLBOARD_DATA: folder, METRICS_PORT: '0' },
});

/** Seconds from the first message sent until none is open: starting the worker is not in it. */
async function untilEmpty({ owner }: BenchDatabase): Promise<number> {
  let began = 0;
  let first = 0;
  for (;;) {
    const { rows } = await owner.query<{ sent: number; open: number }>(
      `SELECT count(*) FILTER (WHERE status = 'sent')::integer AS sent,
         count(*) FILTER (WHERE status <> 'sent')::integer AS open FROM message`,
    );
    const { sent = 0, open = 0 } = rows[0] ?? {};
    if (sent > 0 && began === 0) {
      began = performance.now();
      first = sent;
    }
    if (open === 0) {
      const seconds = (performance.now() - began) / 1_000;
      return seconds / (1 - first / sent || 1);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
