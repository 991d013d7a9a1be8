import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { anchorJournal } from '../journal/module.ts';
import { writeBackup } from '../platform/backup/write-backup.ts';
import { realClock } from '../platform/clock.ts';
import { type Config, ConfigError } from '../platform/config.ts';
import { openPool } from '../platform/database.ts';
import { refuseBehind } from '../platform/migrate.ts';
import { passphraseOf } from './passphrase.ts';
import { said, withDatabase } from './with-database.ts';

/** Writes a backup; its chains are anchored first, so that the anchors in it reach to its end. */
export async function runBackup(
  config: Config,
  options: { passphraseFile?: string },
  given?: string,
): Promise<number> {
  const passphrase = await passphraseOf(options.passphraseFile);
  const file = resolve(given ?? defaultName(passphrase !== null));
  if (existsSync(file)) throw new ConfigError(`${file} is there already.`);
  return withDatabase(config, async (url) => {
    await refuseBehind(url);
    await anchor(config, url);
    const { tables, rows, files, bytes } = await writeBackup(config, url, file, passphrase);
    const size = `${(bytes / 1_048_576).toFixed(1)} MB`;
    const how = passphrase === null ? 'not encrypted' : 'encrypted';
    const bucket = config.files.s3
      ? '\nFiles that people sent are in the bucket, and not in it: back up the bucket.'
      : '';
    const secret = config.secret ? '\nCALLBOARD_SECRET is not in it: keep it elsewhere.' : '';
    return said(
      `Backed up ${rows} rows of ${tables} tables and ${files} files to ${file} (${size}, ${how}).${secret}${bucket}`,
    );
  });
}

async function anchor(config: Config, url: string): Promise<void> {
  const systemPool = openPool(url, 'callboard_system', 1);
  await anchorJournal({ systemPool, config, clock: realClock }).finally(() => systemPool.end());
}

function defaultName(encrypted: boolean): string {
  const at = Temporal.Now.instant().toString({ smallestUnit: 'second' }).replaceAll(':', '');
  return `callboard-${at}.tar.gz${encrypted ? '.age' : ''}`;
}
