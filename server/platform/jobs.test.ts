import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { until } from '../testing/until.ts';
import { write } from './app.ts';
import { type Jobs, openJobs, type Queue } from './jobs.ts';
import { tenantById } from './tenant.ts';

let world: World;
let organisation: string;
const workers: Jobs[] = [];
beforeAll(async () => {
  world = await openWorld();
  const rows = await world.sql<{ organisation_id: string }>(
    'SELECT organisation_id FROM person WHERE id = $1',
    [world.ids.ben],
  );
  organisation = rows[0]?.organisation_id as string;
});
afterAll(() => Promise.all(workers.map((jobs) => jobs.stop())));

type Job = { organisation?: string; n?: number; poison?: true };

/** A worker of its own on the world's database. */
async function worker(queue: Pick<Queue, 'name'> & Partial<Queue>): Promise<Jobs> {
  const jobs = openJobs(world.databaseUrl, pino({ level: 'silent' }), true);
  workers.push(jobs);
  await jobs.start([{ batch: 10, retries: 4, pollSeconds: 0.5, handle: async () => {}, ...queue }]);
  return jobs;
}

const states = (queue: string) =>
  world.sql<{ state: string; n: number }>(
    `SELECT state::text, count(*)::int AS n FROM pgboss.job WHERE name = $1 GROUP BY 1 ORDER BY 1`,
    [queue],
  );
/** Retries wait by the database's clock: what waits is due now. */
const hurry = (queue: string) =>
  world.sql(`UPDATE pgboss.job SET start_after = now() WHERE name = $1 AND state = 'retry'`, [
    queue,
  ]);

describe('J-01: a job and the change that wants it are one transaction', () => {
  test('rolled back: no job; committed: one', async () => {
    const jobs = await worker({ name: 'test-one' });
    const tenant = await tenantById(world.program.app, organisation);
    const failing = write(world.program.app, tenant, {}, async (tx) => {
      await jobs.enqueue(tx.db, 'test-one', [{ n: 1 }]);
      throw new Error('after the job was enqueued');
    });
    await expect(failing).rejects.toThrow('after the job');
    expect(await states('test-one')).toEqual([]);
    await write(world.program.app, tenant, {}, (tx) => jobs.enqueue(tx.db, 'test-one', [{ n: 2 }]));
    await until('it is done', async () => (await states('test-one'))[0]?.state === 'completed');
  });
});

test('J-07: a job that throws five times is given up with its cause, seen by an admin, and redriven once', async () => {
  let tries = 0;
  let mended = false;
  const jobs = await worker({
    name: 'test-throws',
    handle: async () => {
      tries += 1;
      if (!mended) throw new Error('The press is out of ink.');
    },
  });
  await jobs.enqueue(null, 'test-throws', [{ organisation }]);
  const dead = await until('it is given up', async () => {
    await hurry('test-throws');
    const { body } = await world.as.ben.get('/api/jobs/dead');
    return body.find((job: { queue: string }) => job.queue === 'test-throws');
  });
  expect(dead).toMatchObject({ reason: 'The press is out of ink.', tries: 5 });
  expect(tries).toBe(5);
  mended = true;
  const again = () => world.as.ben.post(`/api/jobs/dead/${dead.id}/redrive`, {});
  expect(await again()).toMatchObject({ status: 200 });
  await until('it is done', () => tries === 6);
  expect(await again()).toMatchObject({ status: 404 });
});

test('J-08: a job that no one can do is given up; the others of its batch are done, once', async () => {
  const done: number[] = [];
  const jobs = await worker({
    name: 'test-poison',
    retries: 2,
    handle: async (job: Job) => {
      if (job.poison) throw new Error('no organisation');
      done.push(job.n as number);
    },
  });
  const good = Array.from({ length: 9 }, (_, n) => ({ organisation, n }));
  const poison = [{ poison: true }, { organisation: randomUUID(), poison: true }];
  await jobs.enqueue(null, 'test-poison', [...good.slice(0, 4), ...poison, ...good.slice(4)]);
  await until('the poison is given up', async () => {
    await hurry('test-poison');
    const dead = await world.sql(
      `SELECT FROM pgboss.job WHERE name = 'dead-letter' AND source_name = 'test-poison'`,
    );
    return dead.length === 2;
  });
  expect(done.sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

test('J-11: retries wait 2 to 4 seconds, then twice as long each time, with jitter', async () => {
  const jobs = await worker({
    name: 'test-backoff',
    batch: 100,
    retries: 12,
    handle: async () => {
      throw new Error('not now');
    },
  });
  await jobs.enqueue(
    null,
    'test-backoff',
    Array.from({ length: 50 }, (_, n) => ({ n })),
  );
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    const waits = await until(`attempt ${attempt}`, async () => {
      const rows = await world.sql<{ wait: number }>(
        `SELECT extract(epoch FROM start_after - started_on)::float8 AS wait FROM pgboss.job
         WHERE name = 'test-backoff' AND state = 'retry' AND retry_count = $1`,
        [attempt - 1],
      );
      return rows.length === 50 ? rows.map(({ wait }) => wait) : null;
    });
    const least = 2 ** attempt;
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(least);
    // Twice that, and what the try itself took: long, on a busy machine.
    expect(Math.max(...waits)).toBeLessThan(2 * least + 15);
    expect(new Set(waits.map((wait) => wait.toFixed(3))).size).toBeGreaterThan(10);
    await hurry('test-backoff');
  }
});

test('J-06: asked to end, a worker finishes what it has in hand; nothing is tried twice', async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  const queue = {
    name: 'test-graceful',
    handle: async ({ n }: Job) => {
      begun.push(n as number);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      ended.push(n as number);
    },
  };
  const first = await worker(queue);
  await first.enqueue(
    null,
    'test-graceful',
    Array.from({ length: 10 }, (_, n) => ({ n })),
  );
  first.wake('test-graceful');
  await until('all are in hand', () => begun.length === 10);
  const began = performance.now();
  await first.stop();
  expect(performance.now() - began).toBeLessThan(30_000);
  expect(ended.sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  await worker(queue);
  expect(await states('test-graceful')).toEqual([{ state: 'completed', n: 10 }]);
  expect(begun).toHaveLength(10);
});

test('J-09: 5,000 that are overdue are all done', async () => {
  const done = new Set<number>();
  const jobs = await worker({
    name: 'test-many',
    batch: 500,
    handle: async ({ n }: Job) => void done.add(n as number),
  });
  await jobs.enqueue(
    null,
    'test-many',
    Array.from({ length: 5_000 }, (_, n) => ({ n })),
  );
  await until('all are done', () => done.size === 5_000, 20);
});
