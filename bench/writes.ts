import { setTimeout as sleep } from 'node:timers/promises';
import { insertShifts } from './insert-shifts.ts';
import type { Shot } from './load.ts';
import { type Drawn, type Figures, measureWrite } from './measure.ts';
import { password } from './organisation.ts';
import { type Planned, spareSpan } from './plan-shifts.ts';
import { say } from './report.ts';
import { logIn, type Scene } from './stage.ts';
import { type Cpu, readCpu } from './usage.ts';

/** A write beside what its letters cost: CPU milliseconds a call until the outbox was empty again. */
export type Written = Figures & {
  lettersWaiting: number;
  drainSeconds: number;
  serverCpuInAll: number;
  postgresCpuInAll: number | null;
};

/** Log-in of everyone in turn. Most of it is argon2id, which is meant to take its time. */
export async function measureLogIn(scene: Scene): Promise<Figures[]> {
  const { people } = scene.filled;
  const headers = { 'content-type': 'application/json' };
  const shot = (i: number): Shot => {
    const email = people[i % people.length]?.email;
    return {
      method: 'POST',
      path: '/api/auth/login',
      headers,
      body: JSON.stringify({ email, password }),
    };
  };
  const pool = Array.from({ length: 10_000 }, (_, i) => shot(i));
  const figures: Figures[] = [];
  for (const connections of scene.options.connections) {
    figures.push(await measureWrite(scene, { name: 'log-in', connections, expect: 200 }, pool));
  }
  return figures;
}

/** Members ask for shifts that clash with nothing; owner and admin are told of each. */
export async function measureAsk(scene: Scene): Promise<Written[]> {
  const { filled, server } = scene;
  const periods = new Map(filled.periods.map((period) => [period.month, period.id]));
  const headers = await Promise.all(filled.people.map((person) => logIn(server.origin, person)));
  const pool = spare(scene, [0, 1, 2, 3]).map(({ person, span }): Shot => {
    const { date, startTime, endTime } = span;
    const schedule_period = periods.get(date.slice(0, 7));
    const body = { schedule_period, date, start_time: startTime, end_time: endTime };
    return {
      method: 'POST',
      path: '/api/shifts',
      headers: headers[person]!,
      body: JSON.stringify(body),
    };
  });
  return measureWithLetters(scene, { name: 'ask', expect: 201 }, pool);
}

/** The admin approves requests of all members in all periods; the person is told of each. */
export async function measureApprove(scene: Scene): Promise<Written[]> {
  const { database, filled, server } = scene;
  const requests = spare(scene, [4, 5, 6, 7]);
  const ids = await insertShifts(database.owner, filled, requests);
  await database.owner.query('VACUUM ANALYZE shift');
  const headers = await logIn(server.origin, filled.people[1]!);
  const pool = ids.map(
    (id): Shot => ({ method: 'POST', path: `/api/shifts/${id}/approve`, headers, body: '{}' }),
  );
  return measureWithLetters(scene, { name: 'approve', expect: 200 }, pool);
}

// Free times of members, spread so that neighbours differ in period and person.
function spare({ filled, options }: Scene, slots: number[]): Planned[] {
  const wanted =
    Math.ceil(options.connections.length * (options.seconds + options.warmUpSeconds) * 1_200) +
    1_000;
  const planned: Planned[] = [];
  const members = filled.people.length - 2;
  for (let i = 0; planned.length < wanted; i += 1) {
    const turn = Math.floor(i / filled.periods.length);
    const period = i % filled.periods.length;
    const month = filled.periods[period]?.month;
    const person = 2 + ((turn + 4 * period) % members);
    const place = Math.floor(turn / members);
    const day = 1 + (place % 28);
    const slot = slots[Math.floor(place / 28)];
    if (slot === undefined) break;
    const date = `${month}-${String(day).padStart(2, '0')}`;
    planned.push({ person, span: spareSpan(date, person, slot), status: 'PENDING' });
  }
  return planned;
}

async function measureWithLetters(
  scene: Scene,
  call: { name: string; expect: number },
  pool: Shot[],
): Promise<Written[]> {
  const written: Written[] = [];
  for (const connections of scene.options.connections) {
    await emptyOutbox(scene);
    const before = await readCpu(scene.server, scene.postmaster);
    const figures = await measureWrite(scene, { ...call, connections }, pool);
    const { waiting, seconds } = await emptyOutbox(scene);
    const after = await readCpu(scene.server, scene.postmaster);
    const inAll = costInAll(before, after, figures);
    written.push({ ...figures, lettersWaiting: waiting, drainSeconds: seconds, ...inAll });
    say(
      `${call.name}, ${connections}: ${Math.round(figures.perSecond)}/s, ${figures.failed} failed`,
    );
  }
  return written;
}

// The warm-up's requests count too: their letters are in the cost.
function costInAll(before: Cpu, after: Cpu, figures: Drawn) {
  const all = figures.requests + figures.before;
  return {
    serverCpuInAll: (after.server - before.server) / all,
    postgresCpuInAll:
      after.postgres === null || before.postgres === null
        ? null
        : (after.postgres - before.postgres) / all,
  };
}

/** Waits until every letter is sent; how many were waiting, and how long it took. */
async function emptyOutbox({ database }: Scene): Promise<{ waiting: number; seconds: number }> {
  const startedAt = performance.now();
  let first: number | null = null;
  for (;;) {
    const { rows } = await database.owner.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM message WHERE status IN ('queued', 'sending')`,
    );
    const waiting = rows[0]?.count ?? 0;
    first ??= waiting;
    const seconds = (performance.now() - startedAt) / 1_000;
    if (waiting === 0) return { waiting: first, seconds };
    if (seconds > 60) throw new Error(`${waiting} letters are still waiting after a minute`);
    await sleep(100);
  }
}
