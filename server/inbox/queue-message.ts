import { newId } from '../platform/id.ts';
import type { Tx } from '../platform/scope.ts';
import { deliverQueue } from './queue-names.ts';

/** Someone who is to be told, and where. */
export type Recipient = { personId: string; email: string };

/**
 * Puts one message per recipient into the outbox, with the journal entry that caused it, in the
 * transaction of the change; a job delivers it after the commit. The same entry never reaches the
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
  await Promise.all([
    tx.db.insertInto('message').values(rows).execute(),
    tx.jobs.enqueue(
      tx.db,
      deliverQueue,
      rows.map((row) => ({ organisation: row.organisation_id, message: row.id })),
    ),
  ]);
  tx.afterCommit.push(() => tx.jobs.wake(deliverQueue));
}
