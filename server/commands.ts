import { pino } from 'pino';
import { openProgram } from './app.ts';
import { sealJournal, verifyJournal } from './journal/module.ts';
import { realClock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { openPool } from './platform/database.ts';
import { startEmbeddedPostgres } from './platform/embedded-postgres.ts';
import { migrate } from './platform/migrate.ts';

type Command = 'migrate' | 'verify-journal' | 'openapi';

/** Runs a command against the database of the settings; returns the exit code. */
export async function run(command: Command, config: Config): Promise<number> {
  const database = config.databaseUrl
    ? { url: config.databaseUrl, stop: async () => {} }
    : await startEmbeddedPostgres({ folder: config.dataFolder });
  try {
    const ran = await migrate(database.url);
    if (command === 'migrate') return said(ran.length ? `Ran ${ran.join(', ')}.` : 'Up to date.');
    if (command === 'openapi') return await printOpenApi(config, database.url);
    return await verify(config, database.url);
  } finally {
    await database.stop();
  }
}

function said(text: string): number {
  console.log(text);
  return 0;
}

async function verify(config: Config, url: string): Promise<number> {
  const systemPool = openPool(url, 'callboard_system', 1);
  try {
    await sealJournal({ systemPool });
    const { chains, sealed, open, faults } = await verifyJournal({ systemPool, config });
    console.log(`${sealed} entries in ${chains} chains verified, ${open} not sealed yet.`);
    for (const fault of faults) console.error(fault);
    return faults.length === 0 ? 0 : 1;
  } finally {
    await systemPool.end();
  }
}

async function printOpenApi(config: Config, url: string): Promise<number> {
  const silent = pino({ level: 'silent' });
  const program = await openProgram({ ...config, works: false }, url, realClock, silent);
  await program.server.ready();
  console.log(JSON.stringify(program.server.swagger(), null, 2));
  await program.stop();
  return 0;
}
