import { fillBooking } from './insert-reservations.ts';
import { costOf, type Figures, measureRead } from './measure.ts';
import { say } from './report.ts';
import { logIn, type Scene } from './stage.ts';

/** A day of 500 reservations, in an organisation with so many others. */
export type BookedDay = Figures & { history: number };

/** Opens the same day of 500 reservations without any history and with 200,000 (40,000 when quick), in turns. */
export async function measureBooking(scene: Scene): Promise<BookedDay[]> {
  const { database, server, options } = scene;
  const day = Temporal.Now.plainDateISO().add({ days: 30 }).toString();
  const histories = [0, options.quick ? 40_000 : 200_000];
  const calls = [];
  for (const history of histories) {
    const range = { slug: `booking-${history}`, day, history };
    const filled = await fillBooking(database.owner, range, scene.passwordHash);
    say(`${history} reservations of history`);
    const headers = await logIn(server.origin, filled.people[5]!);
    const path = `/api/reservations/calendar?start_date=${day}&end_date=${day}`;
    calls.push({ history, shot: { method: 'GET' as const, path, headers } });
  }
  await database.owner.query('VACUUM ANALYZE');
  const runs: BookedDay[][] = calls.map(() => []);
  const rounds = options.quick ? 1 : 5;
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, { history, shot }] of calls.entries()) {
      const call = { name: `day of 500, ${history} before`, connections: 1, expect: 200 };
      const seconds = Math.min(options.seconds, 2);
      const figures = await measureRead({ ...scene, options: { ...options, seconds } }, call, shot);
      runs[i]?.push({ ...figures, history });
    }
  }
  return runs.map(medianOf);
}

function medianOf(runs: BookedDay[]): BookedDay {
  return runs.toSorted((a, b) => costOf(a) - costOf(b))[Math.floor(runs.length / 2)] as BookedDay;
}
