import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '../server/platform/config.ts';
import { measureHistory } from './history.ts';
import { type Options, readOptions } from './options.ts';
import { measureReads } from './reads.ts';
import { reportOf, say } from './report.ts';
import type { Results } from './results.ts';
import { measureRowSecurity } from './row-security.ts';
import { measureStarts } from './second-start.ts';
import { closeScene, openScene, type Scene } from './stage.ts';
import { hasProc, readMemory } from './usage.ts';
import { measureApprove, measureAsk, measureLogIn } from './writes.ts';

/** Measures all that was asked for, reads before writes, so that the month shows what it should. */
async function bench(options: Options): Promise<Results> {
  const { only } = options;
  if (!hasProc) say('No /proc here: only the CPU of the server itself can be told.');
  const start = only.has('start') ? { start: await measureStarts() } : {};
  const scene = await openScene(options);
  try {
    const idleSeconds = options.quick ? 3 : 10;
    await sleep(idleSeconds * 1_000);
    const results: Results = { ...(await aboutOf(scene)), ...start };
    results.idle = await readMemory(scene.server, scene.postmaster);
    if (only.has('reads')) {
      const { compared, shown } = await measureReads(scene);
      Object.assign(results, { reads: compared, shown });
    }
    if (only.has('rls')) results.rls = await measureRowSecurity(scene);
    if (only.has('history')) results.history = await measureHistory(scene);
    if (only.has('login')) results.login = await measureLogIn(scene);
    if (only.has('ask')) results.ask = await measureAsk(scene);
    if (only.has('approve')) results.approve = await measureApprove(scene);
    results.underLoad = await readMemory(scene.server, scene.postmaster);
    return results;
  } finally {
    await closeScene(scene);
  }
}

async function aboutOf({ database, filled, options }: Scene): Promise<Results> {
  const { rows } = await database.owner.query<{ version: string }>(
    `SELECT split_part(current_setting('server_version'), ' ', 1) AS version`,
  );
  return {
    at: new Date().toISOString(),
    machine: {
      cpus: os.cpus()[0]?.model ?? 'unknown CPU',
      count: os.availableParallelism(),
      node: process.versions.node,
      postgres: rows[0]?.version ?? '',
    },
    world: {
      shifts: filled.shifts,
      periods: filled.periods.length,
      people: filled.people.length,
    },
    quick: options.quick,
  };
}

// Ending by a signal skips `finally`; leaving this way ends PostgreSQL, and our children see us go.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const options = readOptions(process.argv.slice(2));
const results = await bench(options);
const json = JSON.stringify(results, null, 2);
if (options.json) console.log(json);
else {
  const file = path.join(readConfig(process.env).dataFolder, 'bench', 'results.json');
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${json}\n`);
  console.log(`\n${reportOf(results)}\n\nWritten to ${path.relative('', file)}.`);
}
