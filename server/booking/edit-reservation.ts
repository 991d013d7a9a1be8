import type { Input } from '../../contract/platform/route.ts';
import { editReservation as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { found, invalid, notFound, Refusal, refuseIf } from '../platform/problem.ts';
import type { ActorTx } from '../platform/scope.ts';
import { getResource } from '../resources/module.ts';
import { loadGround } from './judge.ts';
import { moveReservation } from './move-reservation.ts';
import { sees } from './policy.ts';
import { presentReservation } from './present-reservation.ts';
import { whyNotChange } from './reservation.ts';
import { recordReservation } from './reservation-event.ts';
import { tellMoved } from './reservation-letters.ts';
import { getReservation, lockReservation, type ReservationRow } from './reservation-row.ts';
import { updateReservation } from './reservation-store.ts';
import { isRefused, spanOfWish } from './span.ts';

type Change = Input<typeof route>['body'];

/** Its person or an admin changes a reservation; another span or resource goes through every check again. */
export const editReservation = action(route, async (tx, { params, body, facts }) => {
  const row = found(await lockReservation(tx, params.id, body.resource));
  if (!sees(tx.by, row)) throw notFound();
  if (facts.ifMatch !== null && facts.ifMatch !== row.version) throw stale(row.version);
  refuseIf(whyNotChange(row, tx.now));

  const after = (await move(tx, row, body)) ?? (await note(tx, row, body.notes)) ?? row;
  return presentReservation(after, tx);
});

/** Null when it stays where it is. */
async function move(
  tx: ActorTx,
  row: ReservationRow,
  body: Change,
): Promise<ReservationRow | null> {
  const { date, start_time, end_time } = { ...row, ...body };
  const span = spanOfWish({ date, start_time, end_time }, tx.tenant.timeZone);
  if (isRefused(span)) throw new Refusal(400, span.code, span.detail, span.facts);
  const resourceId = body.resource ?? row.resource_id;
  const isSame = span.startsAt === row.starts_at && span.endsAt === row.ends_at;
  if (isSame && resourceId === row.resource_id) return null;
  const resource = await getResource(tx, resourceId);
  if (!resource) throw invalid({ resource: ['There is no such resource.'] });

  const ground = await loadGround(tx, resource);
  const after = await moveReservation(tx, ground, row, span, body.notes ?? row.notes);
  const moved = { was: row.status, was_resource: row.resource_id, changes: changesOf(row, after) };
  const entry = await recordReservation(tx, 'reservation.moved', after, moved);
  await tellMoved(tx, entry, after);
  return after;
}

async function note(tx: ActorTx, row: ReservationRow, notes = row.notes) {
  if (notes === row.notes) return null;
  await updateReservation(tx, row, { notes });
  const after = found(await getReservation(tx, row.id));
  await recordReservation(tx, 'reservation.updated', after, { changes: changesOf(row, after) });
  return after;
}

/** Which fields changed, before and after. */
function changesOf(before: ReservationRow, after: ReservationRow) {
  const fields = ['resource_name', 'date', 'start_time', 'end_time', 'status', 'notes'] as const;
  const changed = fields.filter((field) => before[field] !== after[field]);
  return Object.fromEntries(
    changed.map((field) => [field, { before: before[field], after: after[field] }]),
  );
}

function stale(version: number): Refusal {
  const sentence = 'Someone changed this reservation meanwhile. Read it again, then change it.';
  return new Refusal(412, 'version_stale', sentence, { version });
}
