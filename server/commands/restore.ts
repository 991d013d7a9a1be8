import { resolve } from 'node:path';
import { restoreBackup } from '../platform/backup/restore-backup.ts';
import type { Config } from '../platform/config.ts';
import { migrate } from '../platform/migrate.ts';
import { passphraseOf } from './passphrase.ts';
import { verify } from './verify-journal.ts';
import { withDatabase } from './with-database.ts';

/** Fills an empty database and data folder from a backup, brings it up to date and verifies its journal. */
export async function runRestore(
  config: Config,
  options: { passphraseFile?: string },
  given: string,
): Promise<number> {
  const file = resolve(given);
  const passphrase = await passphraseOf(options.passphraseFile);
  return withDatabase(config, async (url) => {
    const restored = await restoreBackup(config, url, { file, passphrase });
    console.log(
      `Restored ${restored.rows} rows and ${restored.files.length + restored.stored} files as of ${restored.madeAt}.`,
    );
    for (const kept of restored.kept) console.log(`What was there before is kept as ${kept}.`);
    if (restored.secret === 'setting' && !config.secret) {
      console.log('Its secret is not in it: set CALLBOARD_SECRET to the one it had.');
    }
    const ran = await migrate(url);
    if (ran.length > 0) console.log(`Ran ${ran.join(', ')}.`);
    return verify(config, url);
  });
}
