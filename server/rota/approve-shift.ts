import { approveShift as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { found, refuseIf } from '../platform/problem.ts';
import { spanOf } from '../timeline/module.ts';
import { claimShift } from './claim-shift.ts';
import { findTurns, recordTurns } from './coverage-change.ts';
import { presentShift } from './present-shift.ts';
import { whyNotDecide } from './shift.ts';
import { recordShift } from './shift-event.ts';
import { tellPerson } from './shift-letters.ts';
import { lockShift, wallOf } from './shift-row.ts';
import { insertDecision, updateShift } from './shift-store.ts';

/** An admin approves a pending request: its person and a seat are taken, its person is told. */
export const approveShift = action(route, async (tx, { params, body }) => {
  const shift = found(await lockShift(tx, params.id));
  refuseIf(whyNotDecide(shift));

  const span = spanOf(wallOf(shift), tx.tenant.timeZone);
  const { overtime } = await claimShift(tx, shift, span, body.override_overtime);
  const [approved, decision, turns] = await Promise.all([
    updateShift(tx, shift, {
      status: 'APPROVED',
      admin_notes: body.admin_notes ?? shift.admin_notes,
    }),
    insertDecision(tx, shift, 'APPROVED', '', overtime),
    findTurns(tx, shift, { ...shift, status: 'APPROVED' }),
  ]);

  const row = { ...approved, ...decision };
  const facts = { was: shift.status, ...(overtime && { override_overtime: true }) };
  const [entry] = await Promise.all([
    recordShift(tx, 'shift.approved', row, facts),
    recordTurns(tx, row.period_id, turns),
  ]);
  await tellPerson(tx, entry, 'shift-approved', row);
  return { message: 'Shift approved successfully.', shift: presentShift(row, tx.by) };
});
