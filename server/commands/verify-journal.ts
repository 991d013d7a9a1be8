import { sealJournal, verifyJournal } from '../journal/module.ts';
import type { Config } from '../platform/config.ts';
import { openPool } from '../platform/database.ts';
import { migrate } from '../platform/migrate.ts';
import { withDatabase } from './with-database.ts';

/** Recomputes every chain and holds it against the signed anchors; names what was touched. */
export function runVerify(config: Config): Promise<number> {
  return withDatabase(config, async (url) => {
    await migrate(url);
    return verify(config, url);
  });
}

/** Verifies the journal of `url` and says what came of it; 0 when nothing was touched. */
export async function verify(config: Config, url: string): Promise<number> {
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
