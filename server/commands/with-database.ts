import { mkdir } from 'node:fs/promises';
import { pino } from 'pino';
import { openProgram } from '../app.ts';
import type { App } from '../platform/app.ts';
import { realClock } from '../platform/clock.ts';
import { type Config, ConfigError } from '../platform/config.ts';
import { joinEmbeddedPostgres } from '../platform/embedded-postgres.ts';
import { migrate } from '../platform/migrate.ts';

/** Runs `work` on the database of the settings: DATABASE_URL, or the embedded one, brought up if it is not. */
export async function withDatabase<T>(
  config: Config,
  work: (url: string) => Promise<T>,
): Promise<T> {
  await mkdir(config.dataFolder, { recursive: true });
  const database = config.databaseUrl
    ? { url: config.databaseUrl, stop: async () => {} }
    : await joinEmbeddedPostgres({ folder: config.dataFolder });
  try {
    return await work(database.url);
  } catch (error) {
    throw unreachable(error) ?? error;
  } finally {
    await database.stop();
  }
}

/** Runs `work` on the whole program, brought up to date, without HTTP; it works off jobs if `works`. */
export function withProgram<T>(
  config: Config,
  work: (app: App) => Promise<T>,
  works = false,
): Promise<T> {
  return withDatabase(config, async (url) => {
    await migrate(url);
    const log = pino({ level: 'silent' });
    const program = await openProgram({ ...config, works }, url, realClock, log);
    try {
      return await work(program.app);
    } finally {
      await program.stop();
    }
  });
}

/** Says what was done; the exit code of success. */
export function said(text: string): number {
  console.log(text);
  return 0;
}

function unreachable(error: unknown): ConfigError | null {
  const codes = ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', '28P01', '3D000'];
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!codes.includes(code)) return null;
  return new ConfigError(`The database can't be reached (${code}). Look at DATABASE_URL.`, {
    cause: error,
  });
}
