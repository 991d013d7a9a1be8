import type { Child } from './child.ts';
import type { Load, Loaded, Shot } from './load.ts';
import type { Options } from './options.ts';
import { readCpu } from './usage.ts';

/** The processes of a run. */
export type Stage = {
  options: Options;
  server: Child;
  load: Child;
  postmaster: number;
};

/** One line of the results. CPU is in milliseconds per request. */
export type Figures = {
  call: string;
  connections: number;
  requests: number;
  perSecond: number;
  p50: number;
  p99: number;
  serverCpu: number;
  postgresCpu: number | null;
  /** Answers that were not the expected one. */
  failed: number;
};

/** What both processes work for one call. */
export function costOf({ serverCpu, postgresCpu }: Figures): number {
  return serverCpu + (postgresCpu ?? 0);
}

/** Figures of a write, and how many requests its warm-up made before. */
export type Drawn = Figures & { before: number };

type Call = { name: string; expect: number; connections: number; origin?: string };

/** Repeats one request for the set time, after a warm-up. */
export async function measureRead(stage: Stage, call: Call, shot: Shot): Promise<Figures> {
  const { seconds, warmUpSeconds } = stage.options;
  const load = { ...target(stage, call), shots: [shot] };
  await stage.load.ask<Loaded>({ ...load, seconds: warmUpSeconds });
  return measured(stage, call, { ...load, seconds });
}

/** Takes as many shots from `pool` as the set time needs at the rate of a warm-up, each sent once. */
export async function measureWrite(stage: Stage, call: Call, pool: Shot[]): Promise<Drawn> {
  const { connections } = call;
  const spare = connections + 1;
  const take = (amount: number) => ({
    ...target(stage, call),
    amount,
    shots: pool.splice(0, amount + spare),
  });
  const amountOf = (last: Loaded, seconds: number) => {
    const wanted = Math.round((last.requests / last.seconds) * seconds);
    const amount = Math.min(Math.max(wanted, connections * 4), pool.length - spare);
    if (amount < connections) throw new Error(`${call.name}: too few prepared requests are left`);
    return amount;
  };
  const { warmUpSeconds, seconds } = stage.options;
  const cold = await stage.load.ask<Loaded>(take(Math.max(connections * 8, 40)));
  const warm = await stage.load.ask<Loaded>(take(amountOf(cold, warmUpSeconds)));
  const figures = await measured(stage, call, take(amountOf(warm, seconds)));
  return { ...figures, before: cold.requests + warm.requests };
}

async function measured(stage: Stage, call: Call, load: Load): Promise<Figures> {
  const before = await readCpu(stage.server, stage.postmaster);
  const loaded = await stage.load.ask<Loaded>(load);
  const after = await readCpu(stage.server, stage.postmaster);
  const { requests, seconds, p50, p99, statuses } = loaded;
  const answered = Object.values(statuses).reduce((sum, count) => sum + count, 0);
  const postgres =
    after.postgres === null || before.postgres === null ? null : after.postgres - before.postgres;
  return {
    call: call.name,
    connections: call.connections,
    requests,
    perSecond: requests / seconds,
    p50,
    p99,
    serverCpu: (after.server - before.server) / requests,
    postgresCpu: postgres === null ? null : postgres / requests,
    failed: answered - (statuses[call.expect] ?? 0),
  };
}

function target(stage: Stage, call: Call) {
  return { origin: call.origin ?? stage.server.origin, connections: call.connections };
}
