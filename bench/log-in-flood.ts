import { setTimeout as sleep } from 'node:timers/promises';
import { spareSpan } from './plan-shifts.ts';
import { say } from './report.ts';
import { logIn, type Scene } from './stage.ts';

/** Wrong log-ins as they came, and what asking for a shift took meanwhile; milliseconds. */
export type Flood = {
  perSecond: number;
  statuses: Record<number, number>;
  asks: number;
  p50: number;
  p99: number;
  failed: number;
};

const perSecond = 200;
const everyMs = 50;

/**
 * 200 wrong log-ins a second for half a minute, each for another account and from another address, so
 * that no limit spares the hashing; meanwhile members ask for shifts, one after the other.
 */
export async function measureLogInFlood(scene: Scene): Promise<Flood> {
  const { filled, server, options } = scene;
  const seconds = options.quick ? 5 : 30;
  const statuses: Record<number, number> = {};
  const waiting = new Set<Promise<void>>();
  let sent = 0;
  const tick = () => {
    for (let i = 0; i < (perSecond * everyMs) / 1_000; i += 1) {
      sent += 1;
      const answer = wrongLogIn(server.origin, sent).then((status) => {
        statuses[status] = (statuses[status] ?? 0) + 1;
        waiting.delete(answer);
      });
      waiting.add(answer);
    }
  };
  const headers = await logIn(server.origin, filled.people[2]!);
  const began = performance.now();
  const flood = setInterval(tick, everyMs);
  const asked = await askFor(scene, headers, seconds);
  clearInterval(flood);
  const tookSeconds = (performance.now() - began) / 1_000;
  await Promise.all(waiting);
  say(`log-in flood: ${sent} tries, ${asked.asks} requests for shifts`);
  return { perSecond: sent / tookSeconds, statuses, ...asked };
}

async function wrongLogIn(origin: string, number: number): Promise<number> {
  const address = [10, number >> 16, (number >> 8) & 255, number & 255].join('.');
  const response = await fetch(`${origin}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({ email: `flood-${number}@bench.example`, password: 'not a password' }),
  }).catch(() => null);
  await response?.arrayBuffer();
  return response?.status ?? 0;
}

async function askFor({ filled, server }: Scene, headers: Record<string, string>, seconds: number) {
  const times: number[] = [];
  let failed = 0;
  const until = performance.now() + seconds * 1_000;
  for (let i = 0; performance.now() < until; i += 1) {
    const period = filled.periods[i % filled.periods.length]!;
    const day = 1 + (Math.floor(i / filled.periods.length) % 28);
    const date = `${period.month}-${String(day).padStart(2, '0')}`;
    const { startTime, endTime } = spareSpan(date, 2, Math.floor(i / 336) % 4);
    const began = performance.now();
    const response = await fetch(`${server.origin}/api/shifts`, {
      method: 'POST',
      headers,
      body: JSON.stringify({
        ...{ schedule_period: period.id, date, start_time: startTime, end_time: endTime },
      }),
    });
    await response.arrayBuffer();
    times.push(performance.now() - began);
    // A time that is taken is an answer too; what counts is how long it took.
    if (response.status >= 500) failed += 1;
    await sleep(20);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0;
  return { asks: times.length, p50: at(0.5), p99: at(0.99), failed };
}
