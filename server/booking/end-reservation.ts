import { found } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import { release } from '../timeline/module.ts';
import { getReservation, type ReservationRow } from './reservation-row.ts';
import { saveDecision, updateReservation } from './reservation-store.ts';
import { sourceOf } from './reserve.ts';

/** Ends a locked reservation: its span is free. One that was decided on, or ran out, says why. */
export async function endReservation(
  tx: Tx,
  row: ReservationRow,
  status: 'CANCELLED' | 'REJECTED' | 'EXPIRED',
  reason = '',
): Promise<ReservationRow> {
  await updateReservation(tx, row, { status, hold_expires_at: null });
  if (status !== 'CANCELLED') await saveDecision(tx, row, status, reason);
  await release(tx, sourceOf(row));
  return found(await getReservation(tx, row.id));
}
