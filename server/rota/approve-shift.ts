import { approveShift as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { newId } from '../platform/id.ts';
import { found, refuseIf } from '../platform/problem.ts';
import { together } from '../platform/together.ts';
import { spanOf } from '../timeline/module.ts';
import { findTurns, recordTurns } from './coverage-change.ts';
import { findPlace, takePlace } from './find-place.ts';
import { presentShift } from './present-shift.ts';
import { whyNotDecide } from './shift.ts';
import { recordShift } from './shift-event.ts';
import { tellPerson } from './shift-letters.ts';
import { lockShift, wallOf } from './shift-row.ts';
import { decided, saveDecision } from './shift-store.ts';

/** An admin approves a pending request: its person and a seat are taken, its person is told. */
export const approveShift = action(route, async (tx, { params, body }) => {
  const shift = found(await lockShift(tx, params.id));
  refuseIf(whyNotDecide(shift));

  const span = spanOf(wallOf(shift), tx.tenant.timeZone);
  const [place, turns] = await together([
    findPlace(tx, shift, span, body.override_overtime),
    findTurns(tx, shift, { ...shift, status: 'APPROVED' }),
  ]);

  const notes = { admin_notes: body.admin_notes ?? shift.admin_notes };
  const row = decided(tx, { ...shift, ...notes }, 'APPROVED');
  const facts = { was: shift.status, ...(place.overtime && { override_overtime: true }) };
  const entry = newId();
  await together([
    takePlace(tx, shift, span, place),
    saveDecision(tx, row, place.overtime),
    recordShift(tx, 'shift.approved', row, facts, entry),
    recordTurns(tx, row.period_id, turns),
    tellPerson(tx, entry, 'shift-approved', row),
  ]);
  return { message: 'Shift approved successfully.', shift: presentShift(row, tx.by) };
});
