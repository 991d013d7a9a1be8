import { rejectShift as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { newId } from '../platform/id.ts';
import { found, refuseIf } from '../platform/problem.ts';
import { together } from '../platform/together.ts';
import { presentShift } from './present-shift.ts';
import { whyNotDecide } from './shift.ts';
import { recordShift } from './shift-event.ts';
import { tellPerson } from './shift-letters.ts';
import { lockShift } from './shift-row.ts';
import { decided, saveDecision } from './shift-store.ts';
import { tellMentioned } from './tell-mentioned.ts';

/** An admin rejects a pending request, with a reason that its person gets. */
export const rejectShift = action(route, async (tx, { params, body }) => {
  const shift = found(await lockShift(tx, params.id));
  refuseIf(whyNotDecide(shift));

  const row = decided(tx, shift, 'REJECTED', body.rejected_reason);
  const facts = { was: shift.status, reason: body.rejected_reason };
  const entry = newId();
  await together([
    saveDecision(tx, row),
    recordShift(tx, 'shift.rejected', row, facts, entry),
    tellPerson(tx, entry, 'shift-rejected', row),
  ]);
  await tellMentioned(tx, entry, row, body.rejected_reason);
  return { message: 'Shift rejected.', shift: presentShift(row, tx.by) };
});
