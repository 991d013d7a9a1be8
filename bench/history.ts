import { type Figures, measureRead } from './measure.ts';
import { fillOrganisation } from './organisation.ts';
import { month } from './plan-shifts.ts';
import { say } from './report.ts';
import { logIn, type Scene } from './stage.ts';

// The same month in each; only what lies around it differs.
const rangesOf = (quick: boolean) => [
  { slug: 'history-2k', from: '2026-05-31', until: '2026-07-06' },
  { slug: 'history-long', from: quick ? '2024-01-01' : '2017-01-01', until: '2026-12-31' },
];

/** The month calendar of one organisation: how many shifts it has in all, and what the month costs. */
export type History = { shifts: number; serverCpu: number; postgresCpu: number | null };

/** The same month in organisations with 2,000, 20,000 and 200,000 shifts (60,000 when quick), in turns. */
export async function measureHistory(scene: Scene): Promise<History[]> {
  const { database, server, options } = scene;
  const organisations = [scene.filled];
  for (const range of rangesOf(options.quick)) {
    const filled = await fillOrganisation(database.owner, range, scene.passwordHash);
    say(`${filled.shifts} shifts of history`);
    organisations.push(filled);
  }
  await database.owner.query('VACUUM ANALYZE');
  organisations.sort((a, b) => a.shifts - b.shifts);
  const runs: Figures[][] = organisations.map(() => []);
  const rounds = options.quick ? 1 : 3;
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, filled] of organisations.entries()) {
      const headers = await logIn(server.origin, filled.people[1]!);
      const shot = { method: 'GET' as const, path: `/api/calendar/month/${month.path}`, headers };
      const call = { name: filled.slug, connections: 8, expect: 200 };
      const seconds = Math.min(options.seconds, 3);
      runs[i]?.push(await measureRead({ ...scene, options: { ...options, seconds } }, call, shot));
    }
  }
  return organisations.map((filled, i) => ({
    shifts: filled.shifts,
    serverCpu: median(runs[i]?.map((run) => run.serverCpu) ?? []),
    postgresCpu: runs[i]?.some((run) => run.postgresCpu === null)
      ? null
      : median(runs[i]?.map((run) => run.postgresCpu ?? 0) ?? []),
  }));
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
