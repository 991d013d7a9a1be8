import { sql } from 'kysely';
import { withdrawMessages, withdrawQueued } from '../inbox/module.ts';
import type { Tx } from '../platform/scope.ts';

/**
 * Cancels the reminder of an assignment, in the transaction that takes its person off: whoever no longer
 * holds the duty is not reminded of it after the commit. What a provider is just taking is waited for, 14
 * seconds at most, then 409 `busy`. An assignment without a reminder changes nothing.
 */
export function cancelReminder(tx: Tx, assignmentId: string, why: string): Promise<void> {
  return cancelReminders(tx, [assignmentId], why);
}

/** As `cancelReminder`, for many at once. */
export async function cancelReminders(
  tx: Tx,
  assignmentIds: readonly string[],
  why: string,
): Promise<void> {
  const standing = await tx.db
    .selectFrom('reminder')
    .select('id')
    .where('organisation_id', '=', tx.tenant.id)
    .where('assignment_id', '=', sql<string>`any(${assignmentIds}::uuid[])`)
    .where('status', '<>', sql.lit('CANCELLED'))
    .execute();
  if (standing.length === 0) return;
  const ids = standing.map(({ id }) => id);
  await withdrawMessages(tx, ids);
  await tx.db
    .updateTable('reminder')
    .set({ status: 'CANCELLED', cancelled_at: tx.now.toString(), reason: why })
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('status', '<>', sql.lit('CANCELLED'))
    .execute();
  // A sweep that held the reminder until now may have queued it meanwhile.
  await withdrawQueued(tx, ids);
}
