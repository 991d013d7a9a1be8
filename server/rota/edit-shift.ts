import type { Input } from '../../contract/platform/route.ts';
import { editShift as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { violates } from '../platform/postgres-error.ts';
import { forbidden, found, notFound, Refusal, refuseIf } from '../platform/problem.ts';
import type { ActorTx } from '../platform/scope.ts';
import { move, type Span, spanOf } from '../timeline/module.ts';
import { approveAtOnce } from './approve-at-once.ts';
import { claimShift } from './claim-shift.ts';
import { findTurns, recordTurns } from './coverage-change.ts';
import { spanColumns } from './insert-shift.ts';
import { decides, sees } from './policy.ts';
import { presentShift } from './present-shift.ts';
import { settleRequest } from './settle-request.ts';
import { whyNotChange } from './shift.ts';
import { recordShift } from './shift-event.ts';
import { tellPerson } from './shift-letters.ts';
import { lockShift, type ShiftRow } from './shift-row.ts';
import { saveWaits, updateShift } from './shift-store.ts';
import { whyOutside } from './shift-wish.ts';
import { tellMentioned } from './tell-mentioned.ts';

type Change = Input<typeof route>['body'];

/** Someone changes their pending request, or an admin any live shift; every check runs again. */
export const editShift = action(route, async (tx, { params, body, facts }) => {
  const shift = found(await lockShift(tx, params.id));
  if (!sees(tx.by, shift)) throw notFound();
  if (facts.ifMatch !== null && facts.ifMatch !== shift.version) throw stale(shift);
  refuseIf(whyNotChange(shift, tx.by));
  if (body.admin_notes !== undefined && !decides(tx.by)) {
    throw forbidden("Admin notes are the admins' own.");
  }
  if (Object.keys(body).length === 0) return presentShift(shift, tx.by);

  const { row, span, overtime } = await change(tx, shift, body);
  const settled = row.status === 'PENDING' ? await settleRequest(tx, row, span) : null;
  const now = settled && 'waits' in settled ? await saveWaits(tx, row, settled.waits) : row;
  const changes = changesOf(shift, now);
  const told = { was: shift.status, changes, ...(overtime && { override_overtime: true }) };
  const [entry] = await Promise.all([
    recordShift(tx, 'shift.updated', now, told),
    findTurns(tx, shift, now).then((turns) => recordTurns(tx, now.period_id, turns)),
  ]);
  // Admin notes are not its person's to see, so a change of nothing else is no news.
  if (Object.keys(changes).length > 0) await tellPerson(tx, entry, 'shift-updated', now);
  await tellMentioned(tx, entry, now, now.notes, shift.notes);
  if (!settled || !('place' in settled)) return presentShift(now, tx.by);
  return presentShift(await approveAtOnce(tx, now, span, settled.place, entry), tx.by);
});

async function change(
  tx: ActorTx,
  shift: ShiftRow,
  body: Change,
): Promise<{ row: ShiftRow; span: Span; overtime: boolean }> {
  const span = spanOf(
    {
      date: body.date ?? shift.date,
      startTime: body.start_time ?? shift.start_time,
      endTime: body.end_time ?? shift.end_time,
      overnight: body.overnight ?? shift.overnight,
    },
    tx.tenant.timeZone,
  );
  refuseIf(whyOutside(span.date, { start_date: shift.period_start, end_date: shift.period_end }));
  const row = await updateShift(tx, shift, {
    ...spanColumns(span),
    notes: body.notes ?? shift.notes,
    admin_notes: body.admin_notes ?? shift.admin_notes,
  }).catch(throwOwnOverlap);
  const moved = span.startsAt !== shift.starts_at || span.endsAt !== shift.ends_at;
  if (shift.status !== 'APPROVED' || !moved) return { row, span, overtime: false };
  const { overtime } = await claimShift(tx, shift, span, body.override_overtime, move);
  return { row, span, overtime };
}

/** Which fields changed, before and after. */
function changesOf(before: ShiftRow, after: ShiftRow) {
  const fields = ['date', 'start_time', 'end_time', 'overnight', 'notes'] as const;
  const changed = fields.filter((field) => before[field] !== after[field]);
  return Object.fromEntries(
    changed.map((field) => [field, { before: before[field], after: after[field] }]),
  );
}

function stale(shift: ShiftRow): Refusal {
  const sentence = 'Someone changed this shift meanwhile. Read it again, then change it.';
  return new Refusal(412, 'version_stale', sentence, { version: shift.version });
}

function throwOwnOverlap(error: unknown): never {
  if (!violates(error, 'shift_no_own_overlap')) throw error;
  const sentence = 'The same person has another request or shift at that time.';
  throw new Refusal(409, 'shift_overlaps_own', sentence);
}
