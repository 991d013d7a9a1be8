import { askShift as route } from '../../contract/routes.ts';
import { lockPerson } from '../identity/module.ts';
import { action } from '../platform/action.ts';
import { newId } from '../platform/id.ts';
import { violates } from '../platform/postgres-error.ts';
import { forbidden, found, invalid, Refusal, refuseIf } from '../platform/problem.ts';
import type { ActorTx } from '../platform/scope.ts';
import { type Span, spanOf } from '../timeline/module.ts';
import { approveAtOnce } from './approve-at-once.ts';
import { claimShift } from './claim-shift.ts';
import { findTurns, recordTurns } from './coverage-change.ts';
import { insertShift } from './insert-shift.ts';
import { lockPeriod } from './period-store.ts';
import { decides } from './policy.ts';
import { presentShift } from './present-shift.ts';
import { settleRequest } from './settle-request.ts';
import { recordShift } from './shift-event.ts';
import { tellAdmins, tellPerson } from './shift-letters.ts';
import { getShift, type ShiftRow } from './shift-row.ts';
import { decided, saveDecision, saveWaits } from './shift-store.ts';
import { whyNotAsk, whyOutside } from './shift-wish.ts';
import { tellMentioned } from './tell-mentioned.ts';

/** Someone asks for a shift; who decides may create an approved one for anyone, with the same checks. */
export const askShift = action(route, async (tx, { body }) => {
  const direct = body.admin_direct ?? false;
  const personId = whoFor(tx, direct, body.requested_by);
  const period = await lockPeriod(tx, body.schedule_period);
  if (!period) throw invalid({ schedule_period: ['There is no such period.'] });
  const person = await lockPerson(tx, personId);
  if (!person?.active) throw invalid({ requested_by: ['There is no such active person.'] });
  refuseIf(whyNotAsk(period.status, direct));
  refuseIf(whyOutside(body.date, period));
  const { date, start_time: startTime, end_time: endTime, overnight = false } = body;
  const span = spanOf({ date, startTime, endTime, overnight }, tx.tenant.timeZone);

  const id = newId();
  const wish = { id, periodId: period.id, personId, notes: body.notes ?? '' };
  await insertShift(tx, wish, span).catch((error) => throwOwnOverlap(error, direct));
  const row = found(await getShift(tx, id));
  const { shift, entry } = direct
    ? await placeDirectly(tx, row, span, body.override_overtime)
    : await request(tx, row, span);
  await tellMentioned(tx, entry, shift, shift.notes);
  return presentShift(shift, tx.by);
});

type Asked = { shift: ShiftRow; entry: string };

/** It waits for an admin, who is told; where none is needed, the program approves it at once. */
async function request(tx: ActorTx, row: ShiftRow, span: Span): Promise<Asked> {
  const settled = await settleRequest(tx, row, span);
  if ('place' in settled) {
    const entry = await recordShift(tx, 'shift.requested', row);
    return { shift: await approveAtOnce(tx, row, span, settled.place, entry), entry };
  }
  const shift = await saveWaits(tx, row, settled.waits);
  const entry = await recordShift(tx, 'shift.requested', shift);
  await tellAdmins(tx, entry, shift);
  return { shift, entry };
}

/** Who decides needs no request: it is approved as it is made. */
async function placeDirectly(
  tx: ActorTx,
  asked: ShiftRow,
  span: Span,
  override?: boolean,
): Promise<Asked> {
  const { overtime } = await claimShift(tx, asked, span, override);
  const shift = decided(tx, asked, 'APPROVED');
  await saveDecision(tx, shift, overtime);
  const facts = overtime ? { override_overtime: true } : {};
  const [entry] = await Promise.all([
    recordShift(tx, 'shift.approved', shift, facts),
    findTurns(tx, null, shift).then((turns) => recordTurns(tx, shift.period_id, turns)),
  ]);
  await tellPerson(tx, entry, 'shift-approved', shift);
  return { shift, entry };
}

function whoFor(tx: ActorTx, direct: boolean, requestedBy: string | undefined): string {
  if (!direct && requestedBy === undefined) return tx.by.personId;
  if (!decides(tx.by)) throw forbidden('Only an admin creates shifts for others or at once.');
  if (!direct) throw invalid({ requested_by: ['Only together with admin_direct.'] });
  return requestedBy ?? tx.by.personId;
}

function throwOwnOverlap(error: unknown, direct: boolean): never {
  if (!violates(error, 'shift_no_own_overlap')) throw error;
  const who = direct ? 'This person has' : 'You have';
  throw new Refusal(409, 'shift_overlaps_own', `${who} a request or shift at that time already.`);
}
