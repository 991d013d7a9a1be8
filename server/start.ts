import { mkdir } from 'node:fs/promises';
import { pino } from 'pino';
import { buildWebIfChanged } from '../scripts/build-web.ts';
import { openProgram } from './app.ts';
import { fillWithDemo } from './demo/module.ts';
import { openSetupToken } from './identity/module.ts';
import { founding } from './modules.ts';
import { type Config, ConfigError } from './platform/config.ts';
import { openDatabaseClock } from './platform/database-clock.ts';
import { startEmbeddedPostgres } from './platform/embedded-postgres.ts';
import { serveMetrics } from './platform/metrics.ts';
import { migrate } from './platform/migrate.ts';
import { returnMemory } from './platform/return-memory.ts';

/** Config → PostgreSQL → migrate → modules → listen. Resolves when the program has ended. */
export async function start(config: Config, options: { demo: boolean }): Promise<void> {
  const log = pino({ level: config.logLevel, redact: ['req.headers'] }, pino.destination(2));
  await mkdir(config.dataFolder, { recursive: true });
  const asked = whenAskedToEnd();
  const [database] = await Promise.all([
    config.databaseUrl
      ? external(config.databaseUrl)
      : startEmbeddedPostgres({ folder: config.dataFolder }),
    config.serves ? buildWebIfChanged() : null,
  ]);
  try {
    await migrate(database.url);
    const clock = await openDatabaseClock(database.url);
    const program = await openProgram(config, database.url, clock, log);
    const metrics = serveMetrics(config, program.app.metrics, log);
    if (options.demo) await fillWithDemo(program.app, founding);
    if (config.serves) await listen(config, program.server);
    if (!config.local) {
      const token = await openSetupToken(config);
      if (token) console.log(`The first organisation needs this set-up token: ${token}`);
    }
    returnMemory();
    console.log(`Callboard is ready at ${config.url}`);
    await asked;
    metrics.close();
    clock.stop();
    await program.stop();
  } finally {
    await database.stop();
  }
}

async function external(url: string) {
  return { url, stop: async () => {} };
}

async function listen(config: Config, server: { listen(o: object): Promise<string> }) {
  try {
    await server.listen({ port: config.port, host: config.host });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new ConfigError(
      `Port ${config.port} is taken. Choose another: PORT=${config.port + 1} npm start`,
    );
  }
}

/** Resolves at the first Ctrl-C or TERM; a second one ends at once. */
function whenAskedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (asked) process.exit(130);
        asked = true;
        resolve();
      });
    }
  });
}
