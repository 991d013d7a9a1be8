import type { ChannelName, NotSent } from '../platform/channels/channel.ts';
import { record } from '../platform/journal.ts';
import type { Tx } from '../platform/scope.ts';
import { optOut } from './opt-out-store.ts';

/** A message that did not get through, for good. */
export type Failure = {
  message: { id: string; channel: ChannelName; address: string; person_id: string };
  code: string;
  detail: string;
  fault: NotSent['fault'];
};

/**
 * Journals messages that failed. A number that takes no messages is flagged for its person, and one
 * whose owner wants none is opted out, so that neither is tried again.
 */
export async function recordFailures(tx: Tx, failures: readonly Failure[]): Promise<void> {
  for (const { message, code, detail, fault } of failures) {
    const { channel, address } = message;
    const person = { person: message.person_id, channel, code };
    await record(tx, 'message.failed', message.id, person);
    if (fault === 'address') await flag(tx, message, code, detail);
    if (fault !== 'opted_out' || channel === 'email') continue;
    const isNew = await optOut(tx, address, tx.now, 'provider');
    if (isNew) await record(tx, 'person.opted_out', message.person_id, { channel });
  }
}

async function flag(tx: Tx, message: Failure['message'], code: string, detail: string) {
  const { channel, address } = message;
  const flagged = await tx.db
    .insertInto('dead_address')
    .values({
      ...{ organisation_id: tx.tenant.id, channel, address, code, detail: detail.slice(0, 500) },
      found_at: tx.now.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('address')
    .executeTakeFirst();
  if (!flagged) return;
  await record(tx, 'person.unreachable', message.person_id, { channel, address, code });
}
