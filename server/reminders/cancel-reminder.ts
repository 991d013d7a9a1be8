import { sql } from 'kysely';
import type { Tx } from '../platform/scope.ts';

/**
 * Cancels the reminder of an assignment, in the transaction that takes its person off: whoever no longer
 * holds the duty is not reminded of it. An assignment without one changes nothing.
 */
export async function cancelReminder(tx: Tx, assignmentId: string, why: string): Promise<void> {
  await tx.db
    .updateTable('reminder')
    .set({ status: 'CANCELLED', cancelled_at: tx.now.toString(), reason: why })
    .where('organisation_id', '=', tx.tenant.id)
    .where('assignment_id', '=', assignmentId)
    .where('status', '<>', sql.lit('CANCELLED'))
    .execute();
}
