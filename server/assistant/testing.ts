import { type Client, clientOf } from '../testing/client.ts';
import type { World } from '../testing/open-world.ts';
import { approve, asked } from '../testing/rota-steps.ts';
import { accessOf } from '../testing/socket.ts';
import { runWork, sweepWork } from './run-work.ts';

/** Sweeps and does what is due, as a worker does; the kinds of work that were due at Harbour Care. */
export async function runDue(world: World, program = world.program): Promise<string[]> {
  const jobs = await sweepWork(program.app);
  const ends: PromiseSettledResult<void>[] = [];
  for (const job of jobs) ends.push(...(await Promise.allSettled([runWork(program.app, job)])));
  const [harbour] = await world.sql<{ id: string }>(
    `SELECT id FROM organisation WHERE slug = 'harbour-care'`,
  );
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return jobs.filter((job) => job.organisation === harbour?.id).map((job) => job.work);
}

/** Someone has an approved shift. */
export async function takes(
  world: World,
  who: 'cleo' | 'dev' | 'eli',
  wish: Parameters<typeof asked>[2],
): Promise<string> {
  const shift = await asked(world, who, wish);
  const answer = await approve(world, shift, { override_overtime: true });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return shift;
}

/** Calls as someone who logs in now: after a jump of the clock the old log-ins are over. */
export function later(world: World, who: string): Client {
  return clientOf(world.origin, () => accessOf(world, who));
}
