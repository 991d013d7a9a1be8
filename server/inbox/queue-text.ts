import { newId } from '../platform/id.ts';
import type { Tx } from '../platform/scope.ts';
import { outboxLoop } from './queue-message.ts';

/** Sends one text message to one number, whatever the person chose to be told on: a code they asked for. */
export async function queueText(
  tx: Tx,
  journalId: string,
  template: string,
  recipient: { personId: string; phoneNumber: string },
  data: Record<string, unknown>,
): Promise<void> {
  const now = tx.now.toString();
  await tx.db
    .insertInto('message')
    .values({
      organisation_id: tx.tenant.id,
      id: newId(),
      journal_id: journalId,
      person_id: recipient.personId,
      channel: 'sms',
      address: recipient.phoneNumber,
      template,
      data: JSON.stringify(data),
      due_at: now,
      created_at: now,
    })
    .execute();
  tx.afterCommit.push(() => tx.poke(outboxLoop));
}
