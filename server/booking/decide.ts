import { found, invalid, Refusal, refuseIf } from '../platform/problem.ts';
import type { ActorTx } from '../platform/scope.ts';
import { makeFirm } from '../timeline/module.ts';
import { endReservation } from './end-reservation.ts';
import { whyNotDecide } from './reservation.ts';
import { recordReservation } from './reservation-event.ts';
import { tellPerson } from './reservation-letters.ts';
import { getReservation, type ReservationRow } from './reservation-row.ts';
import { saveDecision, updateReservation } from './reservation-store.ts';
import { sourceOf } from './reserve.ts';

/** What an admin does with one that waits. */
export type Decision = { action: 'approve' | 'reject'; rejection_reason?: string | undefined };

/** A rejection says why, and only a rejection: 400 otherwise. */
export function reasonOf({ action, rejection_reason: reason }: Decision): string {
  if (action === 'reject' && !reason) {
    throw invalid({ rejection_reason: ['Say why: whoever asked reads it.'] });
  }
  if (action === 'approve' && reason) {
    throw invalid({ rejection_reason: ['Only together with the action reject.'] });
  }
  return reason ?? '';
}

/** Decides on a locked reservation: what it holds becomes firm, or is free again; its person is told. */
export async function decide(
  tx: ActorTx,
  row: ReservationRow,
  { action }: Decision,
  reason: string,
): Promise<ReservationRow> {
  refuseIf(whyNotDecide(row, tx.now));
  return action === 'approve' ? approve(tx, row) : reject(tx, row, reason);
}

async function approve(tx: ActorTx, row: ReservationRow): Promise<ReservationRow> {
  if (!(await makeFirm(tx, sourceOf(row)))) {
    throw new Refusal(409, 'hold_expired', 'Its hold ran out a moment ago: it is EXPIRED.');
  }
  await updateReservation(tx, row, { status: 'CONFIRMED', hold_expires_at: null });
  await saveDecision(tx, row, 'CONFIRMED');
  const confirmed = found(await getReservation(tx, row.id));
  const entry = await recordReservation(tx, 'reservation.confirmed', confirmed, {
    was: row.status,
  });
  await tellPerson(tx, entry, 'reservation-approved', confirmed);
  return confirmed;
}

async function reject(tx: ActorTx, row: ReservationRow, reason: string): Promise<ReservationRow> {
  const rejected = await endReservation(tx, row, 'REJECTED', reason);
  const entry = await recordReservation(tx, 'reservation.rejected', rejected, { was: row.status });
  await tellPerson(tx, entry, 'reservation-rejected', rejected);
  return rejected;
}
