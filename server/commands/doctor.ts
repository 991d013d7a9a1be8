import pg from 'pg';
import { type Config, ConfigError } from '../platform/config.ts';
import { ownMigrations, ranMigrations } from '../platform/migrate.ts';
import { checkDatabase, checkMigrations, checkRoles, checkRowSecurity } from './doctor/database.ts';
import { checkFileStore, checkStoredFiles } from './doctor/files.ts';
import type { Finding } from './doctor/finding.ts';
import { checkMachine } from './doctor/machine.ts';
import { checkProviders } from './doctor/providers.ts';
import { checkJobs, checkJournal, checkOutbox, checkTimeZones } from './doctor/work.ts';
import { withDatabase } from './with-database.ts';

type Check = () => Promise<Finding[]>;

/** Looks at everything and changes nothing; 1 when something fails. */
export async function runDoctor(config: Config): Promise<number> {
  const findings: Finding[] = [];
  const tell = (found: readonly Finding[]) => {
    for (const finding of found) {
      findings.push(finding);
      console.log(`${finding.state.padEnd(4)}  ${finding.what.padEnd(14)}  ${finding.says}`);
    }
  };
  tell(await checkMachine(config));
  await withDatabase(config, async (url) => {
    for (const check of await databaseChecks(config, url)) tell(await soundly(check));
  }).catch((error) => tell([unreached(error)]));
  tell(await checkFileStore(config));
  tell(await checkProviders(config));
  const failed = findings.filter(({ state }) => state === 'fail').length;
  const warned = findings.filter(({ state }) => state === 'warn').length;
  console.log(`\n${findings.length} looked at, ${failed} failed, ${warned} to look at.`);
  return failed > 0 ? 1 : 0;
}

// Without all migrations there is no use in looking at what they make.
async function databaseChecks(config: Config, url: string): Promise<Check[]> {
  const on = (look: (client: pg.Client) => Promise<Finding[]>) => () => connected(url, look);
  const first = [on(checkDatabase), on(checkMigrations)];
  const ran = await connected(url, ranMigrations);
  if (ran.length < (await ownMigrations()).length) return first;
  return [
    ...first,
    ...[on(checkRoles), on(checkRowSecurity), on(checkTimeZones), on(checkOutbox), on(checkJobs)],
    on(checkStoredFiles),
    () => checkJournal(config, url),
  ];
}

async function connected<T>(url: string, look: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'callboard_doctor',
    connectionTimeoutMillis: 5_000,
    statement_timeout: 60_000,
  });
  await client.connect();
  return look(client).finally(() => client.end());
}

// What one check can't do must not keep the others from looking.
async function soundly(check: Check): Promise<Finding[]> {
  try {
    return await check();
  } catch (error) {
    return [{ what: 'check', state: 'fail', says: (error as Error).message }];
  }
}

function unreached(error: unknown): Finding {
  const says = error instanceof ConfigError ? error.message : String(error);
  return { what: 'database', state: 'fail', says };
}
