import { noteDuty as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { Refusal } from '../platform/problem.ts';
import { recordDuties } from './duty-event.ts';
import { type DutyRow, setNote } from './duty-store.ts';
import { lockDuties } from './lock-duties.ts';
import { presentDuty } from './present-duty.ts';
import { refuseStale } from './stale.ts';

/** An admin notes something on an assignment that was unlocked; while it is locked nothing of it changes. */
export const noteDuty = action(route, async (tx, { params, body, facts }) => {
  const { duties } = await lockDuties(tx, [params.id]);
  const duty = duties[0] as DutyRow;
  if (duty.ended_at === null) throw locked();
  refuseStale(duty, facts.ifMatch, 'assignment');
  if (body.note === duty.note) return presentDuty(duty, tx.by);

  const noted = await setNote(tx, duty, body.note);
  await recordDuties(tx, 'duty.noted', [noted], () => ({ note: body.note }));
  return presentDuty(noted, tx.by);
});

function locked(): Refusal {
  const sentence = 'This assignment is locked. Unlock it with a reason, or move it with one.';
  return new Refusal(423, 'duty_locked', sentence);
}
