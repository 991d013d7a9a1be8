import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '../server/platform/config.ts';
import { measureBooking } from './booking.ts';
import { measureFanOut } from './fan-out.ts';
import { measureHistory } from './history.ts';
import { measureLogInFlood } from './log-in-flood.ts';
import { needsScene, type Options, readOptions } from './options.ts';
import { measureOutbox, measureReminders } from './outbox.ts';
import { measureReads } from './reads.ts';
import { measureYear } from './reminded-year.ts';
import { reportOf, say } from './report.ts';
import type { Results } from './results.ts';
import { measureRowSecurity } from './row-security.ts';
import { measureStarts } from './second-start.ts';
import { closeScene, openScene, type Scene } from './stage.ts';
import { hasProc, readMemory } from './usage.ts';
import { measureApprove, measureAsk, measureLogIn } from './writes.ts';

/** Measures all that was asked for. */
async function bench(options: Options): Promise<Results> {
  const { only } = options;
  if (!hasProc) say('No /proc here: only the CPU of the server itself can be told.');
  const results: Results = { ...about(options) };
  if (only.has('start')) results.start = await measureStarts();
  if (only.has('outbox')) results.outbox = await measureOutbox(options);
  if (only.has('year')) results.year = await measureYear(options);
  if (only.has('reminders')) results.reminders = await measureReminders(options);
  if (![...only].some(needsScene)) return results;
  const scene = await openScene(options);
  try {
    return { ...results, ...(await inScene(scene)) };
  } finally {
    await closeScene(scene);
  }
}

/** Reads before writes, so that the month shows what it should. */
async function inScene(scene: Scene): Promise<Partial<Results>> {
  const { only, quick } = scene.options;
  await sleep(quick ? 3_000 : 10_000);
  const results: Partial<Results> = await aboutScene(scene);
  results.idle = await readMemory(scene.server, scene.postmaster);
  if (only.has('reads')) {
    const { compared, shown } = await measureReads(scene);
    Object.assign(results, { reads: compared, shown });
  }
  if (only.has('rls')) results.rls = await measureRowSecurity(scene);
  if (only.has('history')) results.history = await measureHistory(scene);
  if (only.has('booking')) results.booking = await measureBooking(scene);
  if (only.has('login')) results.login = await measureLogIn(scene);
  if (only.has('ask')) results.ask = await measureAsk(scene);
  if (only.has('approve')) results.approve = await measureApprove(scene);
  if (only.has('flood')) results.flood = await measureLogInFlood(scene);
  results.underLoad = await readMemory(scene.server, scene.postmaster);
  // Last, for the memory of thousands of sockets is no part of what the calls take.
  if (only.has('sockets')) results.sockets = await measureFanOut(scene);
  return results;
}

function about({ quick }: Options): Results {
  const machine = {
    cpus: os.cpus()[0]?.model ?? 'unknown CPU',
    count: os.availableParallelism(),
    node: process.versions.node,
    postgres: null,
  };
  return { at: new Date().toISOString(), machine, world: null, quick };
}

async function aboutScene({ database, filled, options }: Scene): Promise<Partial<Results>> {
  const { rows } = await database.owner.query<{ version: string }>(
    `SELECT split_part(current_setting('server_version'), ' ', 1) AS version`,
  );
  return {
    machine: { ...about(options).machine, postgres: rows[0]?.version ?? '' },
    world: {
      shifts: filled.shifts,
      periods: filled.periods.length,
      people: filled.people.length,
    },
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
