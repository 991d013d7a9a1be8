import type { ChannelName, NotSent } from '../platform/channels/channel.ts';
import { record } from '../platform/journal.ts';
import type { Tx } from '../platform/scope.ts';
import { optOut } from './opt-out-store.ts';
import { queueMessage } from './queue-message.ts';

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
  const facts = { channel, address, code };
  const entry = await record(tx, 'person.unreachable', message.person_id, facts);
  if (channel !== 'email') await tell(tx, message.person_id, entry, { channel, address, detail });
}

/** Whose number takes no texts hears of it otherwise. */
async function tell(tx: Tx, personId: string, entry: string, data: Record<string, unknown>) {
  const person = await tx.db
    .selectFrom('person')
    .select(['email', 'active'])
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', personId)
    .executeTakeFirst();
  if (!person?.active) return;
  const recipient = { personId, email: person.email };
  await queueMessage(tx, entry, 'number-unreachable', [recipient], data);
}
