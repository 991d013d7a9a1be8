import { rejectShift as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { found, refuseIf } from '../platform/problem.ts';
import { presentShift } from './present-shift.ts';
import { whyNotDecide } from './shift.ts';
import { recordShift } from './shift-event.ts';
import { tellPerson } from './shift-letters.ts';
import { lockShift } from './shift-row.ts';
import { insertDecision, updateShift } from './shift-store.ts';

/** An admin rejects a pending request, with a reason that its person gets. */
export const rejectShift = action(route, async (tx, { params, body }) => {
  const shift = found(await lockShift(tx, params.id));
  refuseIf(whyNotDecide(shift));

  const [rejected, decision] = await Promise.all([
    updateShift(tx, shift, { status: 'REJECTED' }),
    insertDecision(tx, shift, 'REJECTED', body.rejected_reason),
  ]);

  const row = { ...rejected, ...decision };
  const facts = { was: shift.status, reason: body.rejected_reason };
  const entry = await recordShift(tx, 'shift.rejected', row, facts);
  await tellPerson(tx, entry, 'shift-rejected', row);
  return { message: 'Shift rejected.', shift: presentShift(row, tx.by) };
});
