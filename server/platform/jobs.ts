import type { Kysely } from 'kysely';
import { fromKysely, type JobResult, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { Tables } from './tables.ts';

/** A queue: its name, how it retries, and what does one of its jobs. Handlers are safe to run twice. */
export type Queue<D extends object = object> = {
  name: string;
  /** Jobs taken per poll and done side by side; one that fails does not touch the others. */
  batch: number;
  retries: number;
  handle: (job: D) => Promise<void>;
  /** How often an idle worker looks; a sweep that cron wakes has time. */
  pollSeconds?: number;
  /** Cron (UTC) that wakes the queue with an empty job: a sweep. */
  cron?: string;
};

/** Durable jobs on the same database. */
export type Jobs = {
  /** Enqueues in the transaction of `db`: no commit, no job. Without one, at once. */
  enqueue(
    db: Kysely<Tables> | null,
    queue: string,
    jobs: object[],
    afterSeconds?: number,
  ): Promise<void>;
  /** Moves a job from the dead letters back into its queue, in the transaction of `db`. */
  redrive(db: Kysely<Tables>, id: string): Promise<void>;
  /** Wakes the worker of a queue now instead of at its next poll. */
  wake(queue: string): void;
  start(queues: Queue[]): Promise<void>;
  stop(): Promise<void>;
};

/** Where jobs end that failed as often as they may. */
export const deadLetterQueue = 'dead-letter';
/** Days that they wait there for someone to look. */
const deadForDays = 90;

/** A worker that dies is noticed by its missing heartbeat, and its job runs again. */
const heartbeatSeconds = 15;

// Sends and redrives run as the application's role, in its transactions; pg-boss itself as the owner.
const grants = `
  GRANT USAGE ON SCHEMA pgboss TO callboard_app, callboard_system;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO callboard_app;
  GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA pgboss TO callboard_system;
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO callboard_app, callboard_system`;

/** Does one job; a failure is kept with its reason and tried again. */
async function settle(queue: Queue, job: { id: string; data: object | null }): Promise<JobResult> {
  try {
    await queue.handle(job.data ?? {});
    return { id: job.id, status: 'completed' };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { id: job.id, status: 'failed', output: { message } };
  }
}

/** pg-boss on `url` (as the owner, since its queues are tables). Sends run in the caller's transaction. */
export function openJobs(url: string, log: Logger, works: boolean): Jobs {
  const boss = new PgBoss({
    connectionString: url,
    max: 3,
    application_name: 'callboard_jobs',
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  });
  boss.on('error', (error) => log.error({ err: error }, 'jobs'));
  const workers = new Map<string, string>();

  async function startQueue(queue: Queue) {
    await boss.createQueue(queue.name, {
      retryLimit: queue.retries,
      retryDelay: 2,
      retryBackoff: true,
      retryDelayMax: 600,
      heartbeatSeconds,
      expireInSeconds: 120,
      deadLetter: deadLetterQueue,
    });
    if (!works) return;
    const id = await boss.work<object>(
      queue.name,
      {
        batchSize: queue.batch,
        pollingIntervalSeconds: queue.pollSeconds ?? 5,
        heartbeatRefreshSeconds: 5,
        perJobResults: true,
      },
      (batch) => Promise.all(batch.map((job) => settle(queue, job))),
    );
    workers.set(queue.name, id);
    if (queue.cron) await boss.schedule(queue.name, queue.cron, {}, { tz: 'UTC' });
  }

  return {
    async enqueue(db, queue, jobs, afterSeconds = 0) {
      const rows = jobs.map((data) => ({ data, startAfter: afterSeconds }));
      await boss.insert(queue, rows, db ? { db: fromKysely(db) } : {});
    },
    async redrive(db, id) {
      const moved = await boss.redrive(deadLetterQueue, { ids: [id], db: fromKysely(db) });
      if (moved !== 1) throw new Error('the dead job could not go back');
    },
    wake(queue) {
      const id = workers.get(queue);
      if (id) boss.notifyWorker(id);
    },
    async start(queues) {
      await boss.start();
      await boss.createQueue(deadLetterQueue);
      await boss.updateQueue(deadLetterQueue, { retentionSeconds: deadForDays * 86_400 });
      for (const queue of queues) await startQueue(queue);
      await boss.getDb().executeSql(grants);
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 25_000 });
    },
  };
}
