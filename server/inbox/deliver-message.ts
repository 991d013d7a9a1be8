import { type App, write } from '../platform/app.ts';
import type { Queue } from '../platform/jobs.ts';
import type { Templates } from '../platform/letter.ts';
import type { Tenant } from '../platform/scope.ts';
import { tenantById } from '../platform/tenant.ts';
import {
  attemptsMax,
  finishAttempts,
  type Leased,
  leaseMessages,
  type Outcome,
} from './message-store.ts';
import { deliverQueue } from './queue-names.ts';
import { writeLetter } from './write-letter.ts';

type Job = { organisation: string; message: string };

/** The queue that sends what is in the outbox. */
export function deliveries(app: App, templates: Templates): Queue {
  return {
    name: deliverQueue,
    // What a mail server can take while the lease lasts, even if it stalls; the mailbox takes all.
    batch: app.mail.kind === 'mailbox' ? 100 : 8,
    pollSeconds: 0.5,
    retries: 5,
    async handle(batch) {
      const byOrganisation = Map.groupBy(batch as Job[], (job) => job.organisation);
      const work = [...byOrganisation].map(([organisation, jobs]) =>
        deliver(
          app,
          templates,
          organisation,
          jobs.map((job) => job.message),
        ),
      );
      await Promise.all(work);
    },
  };
}

/**
 * One attempt for each: intent recorded, provider called, result recorded. A crash between call and
 * result leaves the lease to run out and the attempt without an outcome; the next one carries the
 * same Message-ID. What a mail server took is recorded one by one, so that little is unknown then.
 */
async function deliver(
  app: App,
  templates: Templates,
  organisationId: string,
  ids: readonly string[],
): Promise<void> {
  const tenant = await tenantById(app, organisationId);
  const leased = await write(app, tenant, {}, (tx) => leaseMessages(tx, ids));
  const attempts = leased.map((message) => attempt(app, templates, tenant, message));
  if (app.mail.kind === 'mailbox') await finish(app, tenant, await Promise.all(attempts));
  else await Promise.all(attempts.map(async (one) => finish(app, tenant, [await one])));
}

async function finish(app: App, tenant: Tenant, results: readonly Outcome[]): Promise<void> {
  if (results.length === 0) return;
  await write(app, tenant, {}, async (tx) => {
    const mine = new Set(await finishAttempts(tx, results));
    for (const result of results) {
      const { message, outcome } = result;
      app.metrics.messages.inc({ channel: 'email', outcome });
      if (outcome === 'sent' || !result.retryAt || !mine.has(message.id)) continue;
      const job: Job = { organisation: tenant.id, message: message.id };
      await app.jobs.enqueue(tx.db, deliverQueue, [job], backoffSeconds(message.attempts));
    }
  });
}

async function attempt(
  app: App,
  templates: Templates,
  tenant: Tenant,
  message: Leased,
): Promise<Outcome> {
  try {
    const sent = await app.mail.send({
      id: message.id,
      to: message.address,
      toName: message.full_name,
      write: () => writeLetter(app, templates, message, tenant.name),
    });
    return { message, outcome: 'sent', ...sent };
  } catch (error) {
    app.log.warn({ err: error, message: message.id }, 'message not sent');
    const detail = error instanceof Error ? error.message : String(error);
    const seconds = backoffSeconds(message.attempts);
    const retryAt = message.attempts < attemptsMax ? app.clock.now().add({ seconds }) : null;
    return { message, outcome: 'failed', detail, retryAt };
  }
}

/** 4, 16, 64, 256 seconds. */
function backoffSeconds(attempts: number): number {
  return 4 ** attempts;
}
