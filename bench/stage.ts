import { createServer } from 'node:net';
import path from 'node:path';
import { serverEnvironment } from '../scripts/runtime.mjs';
import { hashPassword } from '../server/identity/module.ts';
import { type Child, startChild } from './child.ts';
import { type BenchDatabase, openDatabase } from './database.ts';
import { insertPast } from './insert-past.ts';
import type { Stage } from './measure.ts';
import type { Options } from './options.ts';
import { type Filled, fillOrganisation, password } from './organisation.ts';
import { year } from './plan-shifts.ts';
import { say } from './report.ts';

/** Database, server and load generator, each in processes of its own, and the organisation measured. */
export type Scene = Stage & { database: BenchDatabase; filled: Filled; passwordHash: string };

/** Starts PostgreSQL, fills it, and starts server and load generator. */
export async function openScene(options: Options): Promise<Scene> {
  const database = await openDatabase();
  const passwordHash = await hashPassword(password);
  const filled = await fillOrganisation(database.owner, { slug: 'bench', ...year }, passwordHash);
  await insertPast(database.owner, filled);
  say(`${filled.shifts} shifts in ${filled.periods.length} periods`);
  await database.owner.query('VACUUM ANALYZE');
  const server = await startServer(database, options);
  const load = await startChild({ args: [path.join(import.meta.dirname, 'load.ts')] });
  const { postmaster } = database;
  return { options, database, filled, passwordHash, server, load, postmaster };
}

/** Ends all that the scene started. */
export async function closeScene(scene: Scene): Promise<void> {
  await Promise.all([scene.server.stop(), scene.load.stop()]);
  await scene.database.stop();
}

async function startServer(database: BenchDatabase, { profile }: Options): Promise<Child> {
  const profiling = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [];
  return startChild({
    preload: 'report-usage.ts',
    args: [...profiling, path.join('server', 'cli.ts'), 'start'],
    env: {
      ...serverEnvironment({}),
      DATABASE_URL: database.url,
      CALLBOARD_DATA: database.folder,
      PORT: String(await freePort()),
      METRICS_PORT: '0',
      SOCKETS_PER_ACCOUNT: '200',
      // The flood of log-ins comes from many addresses.
      TRUST_PROXY: '1',
    },
  });
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = createServer().listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
  });
  return promise;
}

/** Logs a person in over HTTP; the headers of their calls. */
export async function logIn(
  origin: string,
  person: { email: string },
): Promise<{ authorization: string; 'content-type': string }> {
  const response = await fetch(`${origin}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: person.email, password }),
  });
  const answer = (await response.json()) as { tokens: { access: string } };
  if (response.status !== 200) throw new Error(`log-in: ${JSON.stringify(answer)}`);
  return { authorization: `Bearer ${answer.tokens.access}`, 'content-type': 'application/json' };
}
