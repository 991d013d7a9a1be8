import { type App, write } from '../platform/app.ts';
import type { Queue } from '../platform/jobs.ts';
import type { Templates } from '../platform/letter.ts';
import type { Tenant } from '../platform/scope.ts';
import { tenantById } from '../platform/tenant.ts';
import {
  attemptsMax,
  finishAttempt,
  type Leased,
  leaseMessage,
  type Outcome,
} from './message-store.ts';
import { deliverQueue } from './queue-names.ts';
import { writeLetter } from './write-letter.ts';

type Job = { organisation: string; message: string };

/** The queue that sends what is in the outbox. */
export function deliveries(app: App, templates: Templates): Queue {
  return {
    name: deliverQueue,
    batch: 50,
    pollSeconds: 0.5,
    retries: 5,
    async handle(batch) {
      const jobs = batch as Job[];
      await Promise.all(jobs.map((job) => deliver(app, templates, job)));
    },
  };
}

/**
 * One attempt: intent recorded, provider called, result recorded. A crash between call and result
 * leaves the lease to run out and the attempt without an outcome; the next one carries the same
 * Message-ID.
 */
async function deliver(app: App, templates: Templates, job: Job): Promise<void> {
  const tenant = await tenantById(app, job.organisation);
  const leased = await write(app, tenant, {}, (tx) => leaseMessage(tx, job.message));
  if (!leased) return;
  const result = await attempt(app, templates, tenant, leased);
  app.metrics.messages.inc({ channel: 'email', outcome: result.outcome });
  const retry = result.outcome === 'failed' && leased.attempts < attemptsMax;
  await write(app, tenant, {}, async (tx) => {
    const seconds = backoffSeconds(leased.attempts);
    const mine = await finishAttempt(tx, leased, result, retry ? tx.now.add({ seconds }) : null);
    if (mine && retry) await app.jobs.enqueue(tx.db, deliverQueue, [job], seconds);
  });
}

async function attempt(
  app: App,
  templates: Templates,
  tenant: Tenant,
  leased: Leased,
): Promise<Outcome> {
  try {
    const written = writeLetter(app, templates, leased, tenant.name);
    const mail = { id: leased.id, to: leased.address, toName: leased.full_name, ...written };
    return { outcome: 'sent', ...(await app.mail.send(mail)) };
  } catch (error) {
    app.log.warn({ err: error, message: leased.id }, 'message not sent');
    return { outcome: 'failed', detail: error instanceof Error ? error.message : String(error) };
  }
}

/** 4, 16, 64, 256 seconds. */
function backoffSeconds(attempts: number): number {
  return 4 ** attempts;
}
