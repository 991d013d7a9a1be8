import { newId } from '../platform/id.ts';
import { found, LostRace, Refusal, refuseIf } from '../platform/problem.ts';
import type { ActorTx } from '../platform/scope.ts';
import { claim, type Holder, type Span } from '../timeline/module.ts';
import { type Booker, type Ground, type Judgement, judge } from './judge.ts';
import { getReservation, type ReservationRow } from './reservation-row.ts';
import { insertReservation, type NewReservation, standingOf } from './reservation-store.ts';

/** The source of a reservation's commitments. */
export const sourceOf = (reservation: { id: string }) =>
  ({ kind: 'reservation', id: reservation.id }) as const;

/**
 * Takes a span for someone who is locked, of a resource that is locked: every check, the row, and its
 * commitments, held where an admin decides. 400 or 409 with why not.
 */
export async function reserve(
  tx: ActorTx,
  ground: Ground,
  booker: Booker,
  span: Span,
  facts: Pick<NewReservation, 'notes' | 'series'>,
): Promise<ReservationRow> {
  const judgement = await judge(tx, ground, booker, span);
  refuseIf(judgement.refused);
  return take(tx, ground, booker, span, judgement, facts);
}

/** The same, of what has been judged and not refused. */
export async function take(
  tx: ActorTx,
  { resource, settings }: Ground,
  booker: Booker,
  span: Span,
  judgement: Judgement,
  facts: Pick<NewReservation, 'notes' | 'series'>,
): Promise<ReservationRow> {
  const standing = standingOf(tx, judgement, span, settings.hold_hours);
  const reservation = { id: newId(), resourceId: resource.id, personId: booker.id, ...facts };
  await insertReservation(tx, reservation, span, standing);
  const holders = holdersOf(resource, booker.id, standing.unit_id);
  const until = standing.hold_expires_at;
  await claim(tx, holders, span, sourceOf(reservation), until).catch(throwTaken);
  return found(await getReservation(tx, reservation.id));
}

/** Who and what is taken: a unit, and the person unless the resource needs nobody there. */
export function holdersOf(
  resource: { occupies_person: boolean },
  personId: string,
  unitId: string,
): Holder[] {
  const unit: Holder = { kind: 'resource', id: unitId };
  return resource.occupies_person ? [unit, { kind: 'person', id: personId }] : [unit];
}

// Looked at a moment ago, taken since by something that locks neither: looked at again, there is another
// unit, or a name to refuse with.
export function throwTaken(error: unknown): never {
  if (!(error instanceof Refusal) || error.code !== 'time_taken') throw error;
  const holder = error.facts.holder as Holder;
  if (holder.kind === 'person') {
    throw new LostRace(409, 'person_busy', 'The person was committed elsewhere a moment ago.');
  }
  throw new LostRace(409, 'reservation_taken', 'That time was taken a moment ago. Look again.');
}
