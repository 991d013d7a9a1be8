import { found, refuseIf } from '../platform/problem.ts';
import type { ActorTx } from '../platform/scope.ts';
import { move, type Span } from '../timeline/module.ts';
import type { Load } from './burden.ts';
import { type Ground, judge } from './judge.ts';
import { getReservation, type ReservationRow } from './reservation-row.ts';
import { spanColumns, standingOf, updateReservation } from './reservation-store.ts';
import { holdersOf, sourceOf, throwTaken } from './reserve.ts';

/**
 * Moves a locked reservation to another span, or resource: every check again, by the role of its person.
 * Where a rule asks for an approval it waits for one anew; one that waited already gets no more time.
 * `known`: what its person has beside.
 */
export async function moveReservation(
  tx: ActorTx,
  ground: Ground,
  row: ReservationRow,
  span: Span,
  notes: string,
  known: Load | null = null,
): Promise<ReservationRow> {
  const booker = { id: row.person_id, role: row.person_role };
  const judgement = await judge(tx, ground, booker, span, row.id, known);
  refuseIf(judgement.refused);

  const standing = standingOf(tx, judgement, span, ground.settings.hold_hours);
  const waits = standing.status === 'PENDING';
  const until = earlier(standing.hold_expires_at, row.hold_expires_at);
  await updateReservation(tx, row, {
    ...standing,
    ...spanColumns(span),
    ...{ resource_id: ground.resource.id, notes, hold_expires_at: until },
    round: waits && row.status !== 'PENDING' ? row.round + 1 : row.round,
  });
  const holders = holdersOf(ground.resource, row.person_id, standing.unit_id);
  await move(tx, holders, span, sourceOf(row), until).catch(throwTaken);
  return found(await getReservation(tx, row.id));
}

/** The earlier of two instants, where the first is one. */
function earlier(instant: string | null, other: string | null): string | null {
  if (instant === null || other === null) return instant;
  return Temporal.Instant.compare(instant, other) < 0 ? instant : other;
}
