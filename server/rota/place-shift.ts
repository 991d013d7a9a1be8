import { newId } from '../platform/id.ts';
import { found } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import { spanOf, type WallSpan } from '../timeline/module.ts';
import { claimShift } from './claim-shift.ts';
import { insertShift } from './insert-shift.ts';
import { recordShift } from './shift-event.ts';
import { getShift } from './shift-row.ts';
import { decided, saveDecision } from './shift-store.ts';

/**
 * Writes a shift as it came about elsewhere (demo data), by the same rules and with the same journal
 * entries as asking and approving, but without letters. `approver`: who approved it, if someone did.
 */
export async function placeShift(
  tx: Tx,
  shift: { periodId: string; personId: string; wall: WallSpan; notes?: string },
  approver: Tx['by'],
): Promise<void> {
  const id = newId();
  const span = spanOf(shift.wall, tx.tenant.timeZone);
  const { periodId, personId, notes = '' } = shift;
  await insertShift(tx, { id, periodId, personId, notes }, span);
  const row = found(await getShift(tx, id));
  await recordShift(tx, 'shift.requested', row);
  if (!approver) return;
  const decider = { ...tx, by: approver };
  await claimShift(decider, row, span, true);
  const approved = decided(decider, row, 'APPROVED');
  await saveDecision(decider, approved);
  await recordShift(decider, 'shift.approved', approved, { was: 'PENDING' });
}
