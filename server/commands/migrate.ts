import type { Config } from '../platform/config.ts';
import { migrate } from '../platform/migrate.ts';
import { said, withDatabase } from './with-database.ts';

/** Brings the database up to date. */
export async function runMigrate(config: Config): Promise<number> {
  const ran = await withDatabase(config, (url) => migrate(url));
  return said(ran.length > 0 ? `Ran ${ran.join(', ')}.` : 'Up to date.');
}
