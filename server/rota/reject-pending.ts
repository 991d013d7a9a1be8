import { sql } from 'kysely';
import type { ActorTx } from '../platform/scope.ts';
import { type ShiftRow, selectShifts } from './shift-row.ts';

/**
 * Rejects every pending request of a period that the caller has locked, each with its decision; in
 * two statements, however many there are. Returns them as they are then.
 */
export async function rejectPending(
  tx: ActorTx,
  periodId: string,
  reason: string,
): Promise<ShiftRow[]> {
  const pending = await selectShifts(tx)
    .where('shift.period_id', '=', periodId)
    .where('shift.status', '=', 'PENDING')
    .orderBy('shift.created_at')
    .orderBy('shift.id')
    .execute();
  if (pending.length === 0) return [];
  const ids = pending.map(({ id }) => id);
  const now = tx.now.toString();
  await Promise.all([
    sql`update shift set status = 'REJECTED', version = version + 1, updated_at = ${now}
      where organisation_id = ${tx.tenant.id} and id = any(${ids}::uuid[])`.execute(tx.db),
    sql`insert into shift_decision
        (organisation_id, shift_id, decision, decided_by, decided_at, reason)
      select organisation_id, id, 'REJECTED', ${tx.by.personId}, ${now}, ${reason}
      from shift where organisation_id = ${tx.tenant.id} and id = any(${ids}::uuid[])`.execute(
      tx.db,
    ),
  ]);
  return pending.map((row) => ({
    ...row,
    status: 'REJECTED',
    version: row.version + 1,
    updated_at: now,
    decision: 'REJECTED',
    decided_at: now,
    decided_by: tx.by.personId,
    decision_reason: reason,
    decider_name: tx.by.fullName,
  }));
}
