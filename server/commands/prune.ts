import { modulesOf } from '../modules.ts';
import { realClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { openPool } from '../platform/database.ts';
import { migrate } from '../platform/migrate.ts';
import { idempotencyKeys, pruneAll } from '../platform/prune.ts';
import { said, withDatabase } from './with-database.ts';

/** Deletes what has had its time, as the program does by itself each night. */
export function runPrune(config: Config): Promise<number> {
  const prunings = [idempotencyKeys, ...modulesOf().flatMap((module) => module.prunings ?? [])];
  return withDatabase(config, async (url) => {
    await migrate(url);
    const systemPool = openPool(url, 'callboard_system', 1);
    const pruned = await pruneAll({ systemPool, clock: realClock }, prunings).finally(() =>
      systemPool.end(),
    );
    const counts = [...pruned].map(([what, count]) => `${count} ${what}`);
    return said(`Pruned ${counts.join(', ')}. Finished jobs go after a week by themselves.`);
  });
}
