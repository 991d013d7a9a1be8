import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { inject } from 'vitest';
import { openProgram, type Program } from '../app.ts';
import { demoPassword, emailOf, foyle, harbour, settle } from '../demo/module.ts';
import { hashPassword } from '../identity/module.ts';
import { founding } from '../modules.ts';
import { virtualClock } from '../platform/clock.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { migrate } from '../platform/migrate.ts';
import { type Client, clientOf } from './client.ts';
import { whenDone } from './open-things.ts';
import { testDatabase } from './test-database.ts';

/** Friday, 20 November 2026, nine in the morning at Harbour Care. */
export const worldStart = '2026-11-20T09:00:00Z';
const secret = 'Zt4vB1q9LmXw7RkUe3HsYc8NfJd5GpAo2iTb6';

type Name = 'ada' | 'ben' | 'cleo' | 'dev' | 'eli' | 'fay' | 'gus';
type JournalRow = {
  event: string;
  actor_id: string | null;
  subject_id: string;
  data: Record<string, unknown>;
};
type MessageRow = { template: string; address: string; status: string; attempts: number };

/** The running program on its own database, with the people of the world. */
export type World = {
  program: Program;
  origin: string;
  databaseUrl: string;
  dataFolder: string;
  clock: ReturnType<typeof virtualClock>;
  /** Calls without a log-in. */
  anyone: Client;
  /** Calls as someone of the world. */
  as: Record<Name, Client>;
  /** Everyone logs in again at their next call: the clock went past what a log-in lasts. */
  logInAgain(): void;
  /** Person ids by name. */
  ids: Record<Name, string>;
  /** A second program on the same database: another node. */
  anotherNode(over?: Partial<Config>): Promise<{ program: Program; origin: string }>;
  /** Looks into the database as its owner, past row-level security. */
  sql<R extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<R[]>;
  /** All journal entries since the world was settled, oldest first. */
  journal(): Promise<JournalRow[]>;
  /** All messages of the outbox, oldest first. */
  messages(): Promise<MessageRow[]>;
};

type Options = { config?: Partial<Config>; start?: string; empty?: boolean };

/** Opens a world for one test file; it is closed after the file's last test. */
export async function openWorld(options: Options = {}): Promise<World> {
  const database = await testDatabase(inject('databaseUrl'), fillTemplate);
  const dataFolder = await mkdtemp(join(tmpdir(), 'callboard-world-'));
  const config = { ...testConfig(dataFolder), ...options.config };
  const clock = virtualClock(options.start ?? worldStart);
  const silent = pino({ level: process.env.TEST_LOG ?? 'silent' });
  const owner = new pg.Pool({ connectionString: database.url, max: 3 });
  // The database is dropped while a connection may still be saying good-bye.
  owner.on('error', () => {});
  if (options.empty) await owner.query('TRUNCATE organisation, account CASCADE');
  const nodes: Program[] = [];
  const open = async (over: Partial<Config> = {}) => {
    const program = await openProgram({ ...config, ...over }, database.url, clock, silent);
    nodes.push(program);
    const origin = await program.server.listen({ port: 0, host: '127.0.0.1' });
    return { program, origin };
  };
  const { program, origin } = await open();
  whenDone(async () => {
    await Promise.all(nodes.map((node) => node.stop()));
    await owner.end();
    await database.drop();
    await rm(dataFolder, { recursive: true, force: true });
  });
  const as = clients(origin);
  const sql: World['sql'] = async (text, values) => (await owner.query(text, values)).rows as never;
  return {
    program,
    origin,
    databaseUrl: database.url,
    dataFolder,
    clock,
    anyone: clientOf(origin, async () => null),
    as,
    logInAgain: () => void Object.assign(as, clients(origin)),
    ids: await idsByName(sql),
    anotherNode: open,
    sql,
    journal: () =>
      sql<JournalRow>(
        `SELECT event, actor_id, subject_id, data FROM journal WHERE request_id IS NOT NULL ORDER BY seq`,
      ),
    messages: () =>
      sql<MessageRow>(
        'SELECT template, address, status, attempts FROM message ORDER BY created_at, id',
      ),
  };
}

function testConfig(dataFolder: string): Config {
  return {
    ...readConfig({ CALLBOARD_DATA: dataFolder, CALLBOARD_SECRET: secret }),
    metricsPort: 0,
    poolSize: 12,
    works: false,
    checkAnswers: true,
  };
}

/** What the template of all test databases holds: migrated, queues made, both organisations settled. */
async function fillTemplate(url: string): Promise<void> {
  await migrate(url);
  const folder = join(tmpdir(), `callboard-template-${randomBytes(4).toString('hex')}`);
  const silent = pino({ level: 'silent' });
  const program = await openProgram(testConfig(folder), url, virtualClock(worldStart), silent);
  const hash = await hashPassword(demoPassword);
  await settle(program.app, harbour, founding, hash);
  await settle(program.app, foyle, founding, hash);
  await program.stop();
  await rm(folder, { recursive: true, force: true });
}

/** Clients of everyone in the world, each logged in at their first call. */
export function clients(origin: string): Record<Name, Client> {
  const anyone = clientOf(origin, async () => null);
  const people = [...harbour.people, ...foyle.people];
  const entries = people.map((person) => {
    let token: Promise<string> | null = null;
    const logIn = async () => {
      const body = { email: emailOf(person), password: demoPassword };
      const { status, body: answer } = await anyone.post('/api/auth/login', body);
      if (status !== 200) throw new Error(`${person.key} can't log in: ${JSON.stringify(answer)}`);
      return answer.tokens.access as string;
    };
    const client = clientOf(origin, () => {
      token ??= logIn();
      return token;
    });
    return [person.key, client] as const;
  });
  return Object.fromEntries(entries) as Record<Name, Client>;
}

async function idsByName(sql: World['sql']): Promise<Record<Name, string>> {
  const rows = await sql<{ id: string; email: string }>('SELECT id, email FROM person');
  return Object.fromEntries(rows.map((row) => [row.email.split('@')[0], row.id])) as never;
}
