import { type App, write } from '../platform/app.ts';
import type { Templates } from '../platform/letter.ts';
import type { Loop } from '../platform/loops.ts';
import type { Tenant } from '../platform/scope.ts';
import { tenantById } from '../platform/tenant.ts';
import {
  attemptsMax,
  finishAttempts,
  type Leased,
  leaseMessages,
  type Outcome,
  unsafeFindDue,
} from './message-store.ts';
import { outboxLoop } from './queue-message.ts';
import { writeLetter } from './write-letter.ts';

/** How many organisations send at once: one with a slow or long outbox does not hold up the others. */
const organisationsAtOnce = 8;

/** The loop that sends what is due in the outbox: a batch per organisation at a time, oldest first. */
export function deliveries(app: App, templates: Templates): Loop {
  const busy = new Map<string, Promise<void>>();

  async function send(organisation: string): Promise<void> {
    try {
      await deliverDue(app, templates, organisation);
    } catch (error) {
      app.log.error({ err: error, organisation }, 'outbox');
    } finally {
      busy.delete(organisation);
      app.loops.poke(outboxLoop);
    }
  }

  return {
    name: outboxLoop,
    everyMs: 100,
    async look() {
      try {
        const due = await unsafeFindDue(app.systemPool, app.clock.now().toString());
        const free = due.filter((organisation) => !busy.has(organisation));
        const next = free.slice(0, organisationsAtOnce - busy.size);
        for (const organisation of next) busy.set(organisation, send(organisation));
        return next.length;
      } catch (error) {
        app.log.warn({ err: error }, 'outbox could not be read');
        return 0;
      }
    },
    async ended() {
      await Promise.all(busy.values());
    },
  };
}

/**
 * One batch of one organisation, one attempt for each: intent recorded, provider called, result
 * recorded. A crash between call and result leaves the lease to run out and the attempt without an
 * outcome; the next one carries the same Message-ID. What a mail server took is recorded one by one,
 * so that little is unknown then.
 */
export async function deliverDue(
  app: App,
  templates: Templates,
  organisationId: string,
): Promise<void> {
  const tenant = await tenantById(app, organisationId);
  const intoMailbox = app.mail.kind === 'mailbox';
  // What a mail server can take while the lease lasts, even if it stalls; the mailbox takes all.
  const batch = intoMailbox ? 200 : 8;
  const leased = await write(app, tenant, {}, (tx) => leaseMessages(tx, batch));
  const attempts = leased.map((message) => attempt(app, templates, tenant, message));
  if (intoMailbox) await finish(app, tenant, await Promise.all(attempts));
  else await Promise.all(attempts.map(async (one) => finish(app, tenant, [await one])));
}

async function finish(app: App, tenant: Tenant, results: readonly Outcome[]): Promise<void> {
  if (results.length === 0) return;
  await write(app, tenant, {}, (tx) => finishAttempts(tx, results));
  for (const { outcome } of results) app.metrics.messages.inc({ channel: 'email', outcome });
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
