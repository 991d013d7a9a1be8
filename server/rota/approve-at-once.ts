import type { Tx } from '../platform/scope.ts';
import type { Span } from '../timeline/module.ts';
import { findTurns, recordTurns } from './coverage-change.ts';
import { type Place, takePlace } from './find-place.ts';
import { recordShift } from './shift-event.ts';
import { tellPerson } from './shift-letters.ts';
import type { ShiftRow } from './shift-row.ts';
import { decided, saveDecision } from './shift-store.ts';

/**
 * The program approves a request that needs no admin, in the transaction in which it was asked or
 * changed (`cause`, that entry): its person and a seat are taken, its person is told.
 */
export async function approveAtOnce(
  tx: Tx,
  shift: ShiftRow,
  span: Span,
  place: Place,
  cause: string,
): Promise<ShiftRow> {
  const program: Tx = { ...tx, by: null, causeId: cause };
  const row = decided(program, shift, 'APPROVED');
  const turns = await findTurns(program, null, row);
  await takePlace(program, shift, span, place);
  await saveDecision(program, row);
  const entry = await recordShift(program, 'shift.approved', row, { was: shift.status });
  await recordTurns(program, row.period_id, turns);
  await tellPerson(program, entry, 'shift-approved', row);
  return row;
}
