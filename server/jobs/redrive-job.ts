import { redriveJob as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { found } from '../platform/problem.ts';
import { lockDeadJob } from './dead-job-store.ts';

/** An admin has work that was given up tried again, with all its tries. */
export const redriveJob = action(route, async (tx, { params }) => {
  const job = found(await lockDeadJob(tx, params.id));
  await tx.jobs.redrive(tx.db, job.id);
  await record(tx, 'job.redriven', job.id, { queue: job.queue, reason: job.reason });
  return { message: 'It is tried again.' };
});
