import type pg from 'pg';
import type { Config } from '../../platform/config.ts';
import { openStore } from '../../platform/files/open-files.ts';
import { sizeText } from '../../platform/files/refusals.ts';
import { openScanner } from '../../platform/files/scanner.ts';
import { type Finding, finding } from './finding.ts';

/** Whether the file store can be reached, and the virus scanner answers. */
export function checkFileStore(config: Config): Promise<Finding[]> {
  return Promise.all([checkStore(config), checkScanner(config)]);
}

async function checkStore(config: Config): Promise<Finding> {
  const store = await openStore(config);
  try {
    await store.check();
    return finding('files', `kept in ${store.place}`);
  } catch (error) {
    const { name, message } = error as Error;
    return finding('files', '', { fail: `${store.place} can't be used: ${message || name}` });
  } finally {
    store.close();
  }
}

async function checkScanner({ files }: Config): Promise<Finding> {
  const scanner = openScanner(files);
  if (!scanner) return finding('virus scanner', 'none set (CLAMD): files are not scanned');
  try {
    await scanner.ping();
    return finding('virus scanner', `clamd at ${files.clamd?.host} answers`);
  } catch (error) {
    const says = `clamd does not answer, so new files wait: ${(error as Error).message}`;
    return finding('virus scanner', '', { fail: says });
  }
}

type Counts = Record<string, number>;

/** Whether what was stored is there, and nothing waits for long. */
export async function checkStoredFiles(client: pg.Client): Promise<Finding[]> {
  await client.query('SET ROLE callboard_backup');
  const { rows } = await client.query<Counts>(
    `SELECT count(*) FILTER (WHERE state = 'ready')::integer AS ready,
       coalesce(sum(bytes) FILTER (WHERE state = 'ready'), 0)::float AS bytes,
       count(*) FILTER (WHERE state IN ('lost', 'damaged'))::integer AS lost,
       count(*) FILTER (WHERE state = 'quarantined')::integer AS quarantined,
       count(*) FILTER (WHERE state = 'pending'
         AND state_at < now() - interval '10 minutes')::integer AS late
     FROM file`,
  );
  await client.query('RESET ROLE');
  const { ready = 0, bytes = 0, lost = 0, quarantined = 0, late = 0 } = rows[0] ?? {};
  const says = `${ready} (${sizeText(bytes)}), none lost, ${quarantined} in quarantine`;
  return [
    finding('stored files', says, {
      warn:
        (lost > 0 && `${lost} files are not in the store any more, or damaged there`) ||
        (late > 0 && `${late} files have waited for the virus scanner for more than ten minutes`),
    }),
  ];
}
