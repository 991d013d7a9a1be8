import { cancelShift as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { found, notFound, refuseIf } from '../platform/problem.ts';
import { release } from '../timeline/module.ts';
import { findTurns, recordTurns } from './coverage-change.ts';
import { sourceOf } from './find-place.ts';
import { sees } from './policy.ts';
import { presentShift } from './present-shift.ts';
import { whyNotChange } from './shift.ts';
import { recordShift } from './shift-event.ts';
import { tellPerson } from './shift-letters.ts';
import { lockShift } from './shift-row.ts';
import { updateShift } from './shift-store.ts';

/** Someone cancels their pending request, or an admin any live shift; its time is free again. */
export const cancelShift = action(route, async (tx, { params }) => {
  const shift = found(await lockShift(tx, params.id));
  if (!sees(tx.by, shift)) throw notFound();
  refuseIf(whyNotChange(shift, tx.by));

  if (shift.status === 'APPROVED') await release(tx, sourceOf(shift));
  const [row, turns] = await Promise.all([
    updateShift(tx, shift, { status: 'CANCELLED' }),
    findTurns(tx, shift, { ...shift, status: 'CANCELLED' }),
  ]);

  const [entry] = await Promise.all([
    recordShift(tx, 'shift.deleted', row, { was: shift.status }),
    recordTurns(tx, row.period_id, turns),
  ]);
  await tellPerson(tx, entry, 'shift-deleted', row);
  return { message: 'Request cancelled successfully.', shift: presentShift(row, tx.by) };
});
