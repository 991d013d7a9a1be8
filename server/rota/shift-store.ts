import type { ShiftStatus } from '../../contract/rota/shift.ts';
import type { Tx } from '../platform/scope.ts';
import { together } from '../platform/together.ts';
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
  const stamp = stampOf(tx, row);
  await tx.db
    .updateTable('shift')
    .set({ ...change, ...stamp })
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', row.id)
    .execute();
  return { ...row, ...change, ...stamp };
}

/** Writes why a pending request waits; by itself that is no change of it. */
export async function saveWaits(tx: Tx, row: ShiftRow, waits: string): Promise<ShiftRow> {
  if (row.waits_because === waits) return row;
  await tx.db
    .updateTable('shift')
    .set({ waits_because: waits })
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', row.id)
    .execute();
  return { ...row, waits_because: waits };
}

function stampOf(tx: Tx, row: ShiftRow) {
  return { updated_at: tx.now.toString(), version: row.version + 1 };
}

/** The shift as a decision makes it: who, when, why. `saveDecision` writes it. */
export function decided(
  tx: Tx,
  row: ShiftRow,
  decision: 'APPROVED' | 'REJECTED',
  reason = '',
): ShiftRow {
  return {
    ...row,
    ...stampOf(tx, row),
    status: decision,
    decision,
    decided_at: tx.now.toString(),
    decided_by: tx.by?.personId ?? null,
    decision_reason: reason,
    decider_name: tx.by?.fullName ?? null,
  };
}

/** Writes what `decided` made; a second decision for the same shift breaks its primary key. */
export async function saveDecision(tx: Tx, row: ShiftRow, overtime = false): Promise<void> {
  const { status, admin_notes, updated_at, version } = row;
  await together([
    tx.db
      .updateTable('shift')
      .set({ status, admin_notes, updated_at, version })
      .where('organisation_id', '=', tx.tenant.id)
      .where('id', '=', row.id)
      .execute(),
    tx.db
      .insertInto('shift_decision')
      .values({
        organisation_id: tx.tenant.id,
        shift_id: row.id,
        decision: row.decision ?? 'APPROVED',
        decided_by: row.decided_by,
        decided_at: row.decided_at ?? updated_at,
        reason: row.decision_reason ?? '',
        overtime_overridden: overtime,
      })
      .execute(),
  ]);
}
