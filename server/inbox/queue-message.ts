import { newId } from '../platform/id.ts';
import type { Tx } from '../platform/scope.ts';

/** The loop that delivers messages. */
export const outboxLoop = 'outbox';

/** Someone who is to be told, and where. */
export type Recipient = { personId: string; email: string };

/**
 * Puts one message per recipient into the outbox, with the journal entry that caused it, in the
 * transaction of the change; the outbox loop delivers it after the commit. The same entry never reaches the
 * same person twice on a channel.
 */
export async function queueMessage(
  tx: Tx,
  journalId: string,
  template: string,
  recipients: readonly Recipient[],
  data: Record<string, unknown>,
): Promise<void> {
  if (recipients.length === 0) return;
  const now = tx.now.toString();
  const rows = recipients.map(({ personId, email }) => ({
    organisation_id: tx.tenant.id,
    id: newId(),
    journal_id: journalId,
    person_id: personId,
    channel: 'email' as const,
    address: email,
    template,
    data: JSON.stringify(data),
    due_at: now,
    created_at: now,
  }));
  await tx.db.insertInto('message').values(rows).execute();
  tx.afterCommit.push(() => tx.poke(outboxLoop));
}
