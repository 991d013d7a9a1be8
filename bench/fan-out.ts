import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild } from './child.ts';
import { insertShifts } from './insert-shifts.ts';
import { spareSpan } from './plan-shifts.ts';
import { say } from './report.ts';
import type { HeardOrder, SocketOrder } from './sockets.ts';
import { logIn, type Scene } from './stage.ts';
import { readMemory } from './usage.ts';

/** What it takes to tell everyone: milliseconds from the answer to the one who approved. */
export type FanOut = {
  sockets: number;
  events: number;
  p50: number;
  p99: number;
  last: number;
  missing: number;
  /** Bytes of the server's memory that each open socket takes. */
  bytesPerSocket: number;
};

/** Opens thousands of sockets on one node, approves shifts, and takes the time until each heard. */
export async function measureFanOut(scene: Scene): Promise<FanOut> {
  const { filled, server, options } = scene;
  const count = options.quick ? 500 : 5_000;
  const period = filled.periods[0]!;
  const admin = await logIn(server.origin, filled.people[1]!);
  const tokens = await Promise.all(
    filled.people.map(async (one) => (await logIn(server.origin, one)).authorization.slice(7)),
  );
  const child = await startChild({ args: [path.join(import.meta.dirname, 'sockets.ts')] });
  try {
    const before = await settledMemory(scene);
    const open = { origin: server.origin, tokens, count, topic: `schedule:${period.id}` };
    const opened = await child.ask<number>({ open } satisfies SocketOrder);
    const bytesPerSocket = ((await settledMemory(scene)) - before) / opened;
    say(`${opened} sockets, ${Math.round(bytesPerSocket / 1_024)} kB each`);
    const waits: number[] = [];
    const events = options.quick ? 5 : 20;
    for (const id of await spareShifts(scene, period.month, events)) {
      const answered = await approve(server.origin, id, admin);
      const heard = await allHeard((order) => child.ask<number[]>(order), id, opened);
      waits.push(...heard.map((at) => Math.max(0, at - answered)));
    }
    waits.sort((a, b) => a - b);
    const at = (part: number) =>
      waits[Math.min(waits.length - 1, Math.floor(waits.length * part))] ?? 0;
    const missing = opened * events - waits.length;
    return {
      sockets: opened,
      events,
      p50: at(0.5),
      p99: at(0.99),
      last: at(1),
      missing,
      bytesPerSocket,
    };
  } finally {
    await child.stop();
  }
}

async function settledMemory({ server, postmaster }: Scene): Promise<number> {
  await sleep(2_000);
  return (await readMemory(server, postmaster)).server;
}

function spareShifts({ database, filled }: Scene, month: string, count: number): Promise<string[]> {
  const planned = Array.from({ length: count }, (_, i) => {
    const person = 2 + i;
    const date = `${month}-${String(1 + (i % 28)).padStart(2, '0')}`;
    return { person, span: spareSpan(date, person, 3), status: 'PENDING' as const };
  });
  return insertShifts(database.owner, filled, planned);
}

async function approve(origin: string, id: string, headers: Record<string, string>) {
  const init = { method: 'POST', headers, body: '{}' };
  const response = await fetch(`${origin}/api/shifts/${id}/approve`, init);
  const at = performance.timeOrigin + performance.now();
  if (response.status !== 200) throw new Error(`approve: ${await response.text()}`);
  await response.arrayBuffer();
  return at;
}

async function allHeard(
  ask: (order: HeardOrder) => Promise<number[]>,
  shift: string,
  sockets: number,
): Promise<number[]> {
  const until = performance.now() + 10_000;
  for (;;) {
    await sleep(300);
    const heard = await ask({ heard: shift });
    if (heard.length >= sockets || performance.now() > until) return heard;
  }
}
