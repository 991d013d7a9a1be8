import pg from 'pg';
import { type Clock, realClock } from './clock.ts';

const everyMs = 60_000;
/** Below this it may be the way to the database that takes time, and not the clock that is wrong. */
const toleranceMs = 500;

/**
 * Tells the database's time, so that all nodes agree on what is due whatever their own clocks say:
 * this machine's clock, put right by how far it is off, which is measured every minute.
 */
export async function openDatabaseClock(
  url: string,
  machine: Clock = realClock,
): Promise<Clock & { stop(): void }> {
  let offsetMs = await measure(url, machine);
  const timer = setInterval(() => {
    measure(url, machine).then(
      (measured) => {
        offsetMs = measured;
      },
      // The database is away: what was measured last still holds.
      () => {},
    );
  }, everyMs);
  timer.unref();
  return {
    now: () => machine.now().add({ milliseconds: offsetMs }),
    stop: () => clearInterval(timer),
  };
}

async function measure(url: string, machine: Clock): Promise<number> {
  const client = new pg.Client({ connectionString: url, application_name: 'callboard_clock' });
  await client.connect();
  try {
    const before = machine.now().epochMilliseconds;
    const { rows } = await client.query<{ now: string }>(
      'SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::text AS now',
    );
    const after = machine.now().epochMilliseconds;
    const offset = Math.round(Number(rows[0]?.now) - (before + after) / 2);
    return Math.abs(offset) < toleranceMs ? 0 : offset;
  } finally {
    await client.end();
  }
}
