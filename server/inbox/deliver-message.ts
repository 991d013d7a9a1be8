import { type App, write } from '../platform/app.ts';
import type { ChannelName } from '../platform/channels/channel.ts';
import type { Templates } from '../platform/letter.ts';
import type { Loop } from '../platform/loops.ts';
import type { Tenant } from '../platform/scope.ts';
import { tenantById } from '../platform/tenant.ts';
import { findWordings, ownWords } from '../wording/module.ts';
import { attempt } from './attempt-message.ts';
import { recordFailures } from './delivery-failure.ts';
import { type Follow, nobodyFollows } from './follow.ts';
import { handOver } from './hand-over.ts';
import {
  finishAttempts,
  type Leased,
  leaseMessages,
  type Outcome,
  unsafeFindDue,
} from './message-store.ts';
import { pauseProvider } from './pause-provider.ts';
import { outboxLoop } from './queue-message.ts';
import { gatherTextFacts } from './text-facts.ts';

/** How many organisations send at once on a channel: one with a slow or long outbox does not hold up the others. */
const organisationsAtOnce = 8;

/** The loop that sends what is due in the outbox: a batch per organisation and channel at a time, oldest first. */
export function deliveries(app: App, templates: Templates, follow: Follow = nobodyFollows): Loop {
  const busy = new Map<string, { channel: ChannelName; sending: Promise<void> }>();
  const busyOn = (channel: ChannelName) =>
    [...busy.values()].filter((one) => one.channel === channel).length;

  async function send(key: string, channel: ChannelName, organisation: string): Promise<void> {
    try {
      await deliverDue(app, templates, organisation, channel, follow);
    } catch (error) {
      app.log.error({ err: error, organisation, channel }, 'outbox');
    } finally {
      busy.delete(key);
      app.loops.poke(outboxLoop);
    }
  }

  return {
    name: outboxLoop,
    everyMs: 100,
    async look() {
      try {
        let begun = 0;
        const due = await unsafeFindDue(app.systemPool, app.clock.now().toString());
        for (const { channel, organisation_id } of due) {
          const key = `${channel} ${organisation_id}`;
          if (busy.has(key) || busyOn(channel) >= organisationsAtOnce) continue;
          busy.set(key, { channel, sending: send(key, channel, organisation_id) });
          begun += 1;
        }
        return begun;
      } catch (error) {
        app.log.warn({ err: error }, 'outbox could not be read');
        return 0;
      }
    },
    async ended() {
      await Promise.all([...busy.values()].map((one) => one.sending));
    },
  };
}

/**
 * One batch of one organisation on a channel, one attempt for each: intent recorded, provider called,
 * result recorded. A crash between call and result leaves the lease to run out and the attempt without
 * an outcome; the next one carries the same Message-ID, or is looked for at the provider first. What a
 * provider took is recorded one by one, so that little is unknown then.
 */
export async function deliverDue(
  app: App,
  templates: Templates,
  organisationId: string,
  channel: ChannelName = 'email',
  follow: Follow = nobodyFollows,
): Promise<void> {
  const tenant = await tenantById(app, organisationId);
  const intoMailbox = channel === 'email' && app.channels.email.simulated;
  // What a provider can take while the lease lasts, even if it stalls; the mailbox takes all.
  const batch = intoMailbox ? 200 : 8;
  const { leased, facts, wordings } = await write(app, tenant, {}, async (tx) => {
    const messages = await leaseMessages(tx, channel, batch);
    return {
      leased: messages,
      facts: await gatherTextFacts(tx, messages),
      wordings: await findWordings(tx, messages.length > 0 ? [tenant.id] : []),
    };
  });
  const own = ownWords(templates, wordings, tenant.id);
  const send = async (messages: readonly Leased[]) => {
    const attempts = messages.map((message) => attempt(app, own, tenant, message, facts));
    await finish(app, tenant, await Promise.all(attempts), follow);
  };
  const groups = intoMailbox ? [leased] : leased.map((message) => [message]);
  await Promise.all(groups.map((group) => handOver(app, tenant, group, send)));
}

async function finish(
  app: App,
  tenant: Tenant,
  results: readonly Outcome[],
  follow: Follow,
): Promise<void> {
  if (results.length === 0) return;
  await write(app, tenant, {}, async (tx) => {
    const mine = await finishAttempts(tx, results);
    const over = results.flatMap((result) =>
      result.outcome !== 'sent' && result.retryAt === null && mine.has(result.message.id)
        ? [result]
        : [],
    );
    await recordFailures(tx, over);
    await pauseProvider(tx, results);
    const followed = results.flatMap(({ message }) =>
      mine.has(message.id) ? (message.stands_with ?? []) : [],
    );
    if (followed.length > 0) await follow(tx, followed);
  });
  for (const { message, outcome } of results) {
    app.metrics.messages.inc({ channel: message.channel, outcome });
  }
}
