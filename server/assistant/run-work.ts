import { type App, read, write } from '../platform/app.ts';
import type { Queue } from '../platform/jobs.ts';
import type { Tenant, Tx } from '../platform/scope.ts';
import { tenantById } from '../platform/tenant.ts';
import { prepareAlert } from './alert-gaps.ts';
import { computePatterns } from './compute-patterns.ts';
import {
  isDue,
  type Job,
  lockDue,
  planNext,
  planWork,
  unsafeFindDue,
  unsafeFindUnplanned,
} from './schedule-run-store.ts';
import type { Work } from './work.ts';

const workQueue = 'run-work';

/** The queue that does what is due. */
export function workRuns(app: App): Queue {
  return {
    name: workQueue,
    batch: 10,
    retries: 5,
    handle: (job) => runWork(app, job as Job),
  };
}

/** Every quarter of an hour, which every zone's full hour falls on: what is due gets a job. */
export function workSweep(app: App): Queue {
  return {
    name: 'sweep-work',
    batch: 1,
    retries: 0,
    cron: '*/15 * * * *',
    async handle() {
      await sweepWork(app);
    },
  };
}

/** Plans what has no plan yet and enqueues what is due by the program's clock; a job too many does nothing. */
export async function sweepWork(app: App): Promise<Job[]> {
  for (const id of await unsafeFindUnplanned(app.systemPool)) {
    await write(app, await tenantById(app, id), {}, planWork);
  }
  const due = await unsafeFindDue(app.systemPool, app.clock.now());
  if (due.length > 0) {
    await app.jobs.enqueue(null, workQueue, due);
    app.jobs.wake(workQueue);
  }
  return due;
}

/** What is slow is prepared before the transaction; the result does the work inside it. */
type Prepare = (app: App, tenant: Tenant) => Promise<(tx: Tx) => Promise<void>>;

const runs: Record<Work, Prepare> = {
  patterns: async () => computePatterns,
  'gap-alert': prepareAlert,
};

/** Does one piece of work, if it is still due: the work and the plan of its next run in one transaction. */
export async function runWork(app: App, { organisation, work }: Job): Promise<void> {
  const tenant = await tenantById(app, organisation);
  if (!(await read(app, tenant, (scope) => isDue(scope, work)))) return;
  // While the rota is switched off nothing is done by itself, and nothing is made up for afterwards.
  const run = tenant.off?.includes('rota') ? async () => {} : await runs[work](app, tenant);
  await write(app, tenant, {}, async (tx) => {
    if (!(await lockDue(tx, work))) return;
    await run(tx);
    await planNext(tx, work);
  });
}
