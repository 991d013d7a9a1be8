import path from 'node:path';
import { dayCalendar } from '../server/calendar/day-calendar.ts';
import { monthCalendar } from '../server/calendar/month-calendar.ts';
import { weekCalendar } from '../server/calendar/week-calendar.ts';
import type { Endpoint } from '../server/platform/action.ts';
import { readConfig } from '../server/platform/config.ts';
import { listShifts } from '../server/rota/list-shifts.ts';
import type { Statement } from './bare-server.ts';
import { captureSql } from './capture-sql.ts';
import { startChild } from './child.ts';
import type { Shot } from './load.ts';
import { type Figures, measureRead } from './measure.ts';
import { month } from './plan-shifts.ts';
import { say } from './report.ts';
import { logIn, type Scene } from './stage.ts';

const [year, monthNumber] = month.path.split('/').map(Number);

/** The reads that are measured: our endpoint, the call that captures its SQL, and its path. */
export const reads: Record<string, { endpoint: Endpoint; call: object; path: string }> = {
  'list of shifts': {
    endpoint: listShifts,
    call: { query: { limit: 50 } },
    path: '/api/shifts?limit=50',
  },
  'month calendar': {
    endpoint: monthCalendar,
    call: { params: { year, month: monthNumber } },
    path: `/api/calendar/month/${month.path}`,
  },
  'week calendar': {
    endpoint: weekCalendar,
    call: { params: { year, week: 24 } },
    path: `/api/calendar/week/${year}/24`,
  },
  'day calendar': {
    endpoint: dayCalendar,
    call: { params: { date: `${year}-06-10` } },
    path: `/api/calendar/day/${year}-06-10`,
  },
};

/** A read of ours beside the bare handler that runs the same SQL, measured one after the other. */
export type Compared = Figures & { barePerSecond: number; ratio: number };

/** What the calendar answers: shifts it shows and bytes. */
export type Shown = { shifts: number; bytes: number };

export async function measureReads(scene: Scene): Promise<{ compared: Compared[]; shown: Shown }> {
  const admin = await logIn(scene.server.origin, scene.filled.people[1]!);
  const shown = await lookAtMonth(scene, admin);
  say(`the month shows ${shown.shifts} shifts in ${Math.round(shown.bytes / 1_000)} kB`);
  const bare = await startBare(scene);
  const compared: Compared[] = [];
  for (const [name, { path: ours }] of Object.entries(reads)) {
    const shot: Shot = { method: 'GET', path: ours, headers: admin };
    const bareShot: Shot = { method: 'GET', path: barePath(name) };
    for (const connections of scene.options.connections) {
      const call = { name, connections, expect: 200 };
      const pair = await compareTurns(
        scene,
        [call, shot],
        [{ ...call, origin: bare.origin }, bareShot],
      );
      compared.push(pair);
      say(`${name}, ${connections}: ${Math.round(pair.perSecond)}/s`);
    }
  }
  await bare.stop();
  return { compared, shown };
}

type Read = Parameters<typeof measureRead> extends [unknown, ...infer R] ? R : never;

// In short turns, and of these the middle one by ratio: whatever else the machine does hits both.
async function compareTurns(scene: Scene, ours: Read, bare: Read): Promise<Compared> {
  const pairs: Compared[] = [];
  const turns = scene.options.quick ? 1 : 3;
  for (let turn = 0; turn < turns; turn += 1) {
    const { seconds, warmUpSeconds } = scene.options;
    const options = {
      ...scene.options,
      seconds: seconds / turns,
      warmUpSeconds: turn === 0 ? warmUpSeconds : 0.2,
    };
    const figures = await measureRead({ ...scene, options }, ...ours);
    const { perSecond } = await measureRead({ ...scene, options }, ...bare);
    pairs.push({ ...figures, barePerSecond: perSecond, ratio: figures.perSecond / perSecond });
  }
  pairs.sort((a, b) => a.ratio - b.ratio);
  return pairs[Math.floor(turns / 2)] as Compared;
}

async function startBare({ database, filled }: Scene) {
  const routes: Record<string, Statement[]> = {};
  for (const [name, { endpoint, call }] of Object.entries(reads)) {
    routes[barePath(name)] = await captureSql(database.url, filled, endpoint, call);
  }
  const { poolSize } = readConfig({});
  return startChild({
    preload: 'report-usage.ts',
    args: [path.join(import.meta.dirname, 'bare-server.ts')],
    env: { BENCH_BARE: JSON.stringify({ url: database.url, poolSize, routes }) },
  });
}

function barePath(name: string): string {
  return `/${name.replaceAll(' ', '-')}`;
}

async function lookAtMonth(scene: Scene, headers: Record<string, string>): Promise<Shown> {
  const response = await fetch(scene.server.origin + reads['month calendar']!.path, { headers });
  const text = await response.text();
  type Weeks = { weeks: { days: { shifts: unknown[] }[] }[] };
  const { weeks } = JSON.parse(text) as Weeks;
  const days = weeks.flatMap((week) => week.days);
  return { shifts: days.reduce((sum, day) => sum + day.shifts.length, 0), bytes: text.length };
}
