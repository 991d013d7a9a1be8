import type { ShiftStatus } from '../../contract/rota/shift.ts';
import type { Tx } from '../platform/scope.ts';
import type { spanColumns } from './insert-shift.ts';
import type { ShiftRow } from './shift-row.ts';

/** What a change may set. */
export type ShiftChange = Partial<ReturnType<typeof spanColumns>> & {
  status?: ShiftStatus;
  notes?: string;
  admin_notes?: string;
};

/** Changes a shift that is locked already. */
export async function updateShift(tx: Tx, row: ShiftRow, change: ShiftChange): Promise<ShiftRow> {
  const stamp = { updated_at: tx.now.toString(), version: row.version + 1 };
  await tx.db
    .updateTable('shift')
    .set({ ...change, ...stamp })
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', row.id)
    .execute();
  return { ...row, ...change, ...stamp };
}

/** Writes the decision: who, when, why. A second one for the same shift breaks its primary key. */
export async function insertDecision(
  tx: Tx,
  row: ShiftRow,
  decision: 'APPROVED' | 'REJECTED',
  reason: string,
  overtimeOverridden = false,
): Promise<Partial<ShiftRow>> {
  const decidedAt = tx.now.toString();
  const decidedBy = tx.by?.personId ?? null;
  await tx.db
    .insertInto('shift_decision')
    .values({
      organisation_id: tx.tenant.id,
      shift_id: row.id,
      decision,
      decided_by: decidedBy,
      decided_at: decidedAt,
      reason,
      overtime_overridden: overtimeOverridden,
    })
    .execute();
  return {
    decision,
    decided_at: decidedAt,
    decided_by: decidedBy,
    decision_reason: reason,
    decider_name: tx.by?.fullName ?? null,
  };
}
