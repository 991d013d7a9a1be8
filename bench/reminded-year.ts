import { pino } from 'pino';
import { openProgram } from '../server/app.ts';
import { virtualClock } from '../server/platform/clock.ts';
import { readConfig } from '../server/platform/config.ts';
import { type Ran, runYear } from '../server/testing/reminded-year/run-year.ts';
import { openDatabase } from './database.ts';
import type { Options } from './options.ts';
import { say } from './report.ts';

/** A year of duties in six zones, its worker killed again and again at random moments. */
export async function measureYear({ quick }: Options): Promise<Ran> {
  const size = quick
    ? { duties: 400, days: 60, people: 20, kills: 5 }
    : { duties: 6_000, days: 360, people: 60, kills: 40 };
  say(`${size.duties} duties of a year, ${size.kills} kills`);
  const database = await openDatabase();
  const clock = virtualClock('2026-12-01T00:00:00Z');
  const place = { url: database.url, dataFolder: database.folder };
  const environment = { DATABASE_URL: place.url, CALLBOARD_DATA: place.dataFolder };
  const config = { ...readConfig({ ...environment, METRICS_PORT: '0' }), works: false };
  const program = await openProgram(config, place.url, clock, pino({ level: 'silent' }));
  const setClock = (ms: number) =>
    clock.advance({ milliseconds: ms - clock.now().epochMilliseconds });
  const zones = [
    ...['Asia/Kolkata', 'Europe/London', 'America/New_York'],
    ...['Australia/Lord_Howe', 'Africa/Cairo', 'Pacific/Kiritimati'],
  ];
  try {
    const seed = Date.now() % 1_000_000;
    return await runYear({ app: program.app, setClock }, { ...size, ...place, seed, zones });
  } finally {
    await program.stop();
    await database.stop();
  }
}
