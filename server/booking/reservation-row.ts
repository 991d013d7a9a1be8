import { sql } from 'kysely';
import type { ReservationStatus } from '../../contract/booking/reservation.ts';
import { LostRace } from '../platform/problem.ts';
import type { Read, Tx } from '../platform/scope.ts';
import { lockHolders } from '../timeline/module.ts';
import { decisionColumns, reservationColumns } from './reservation-columns.ts';

/** Reservations with their resource, person and decision, and the status that they have now. */
export function selectReservations(read: Read) {
  return read.db
    .selectFrom('reservation')
    .innerJoin('resource', (join) =>
      join
        .onRef('resource.organisation_id', '=', 'reservation.organisation_id')
        .onRef('resource.id', '=', 'reservation.resource_id'),
    )
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'reservation.organisation_id')
        .onRef('person.id', '=', 'reservation.person_id'),
    )
    .leftJoin('reservation_decision', (join) =>
      join
        .onRef('reservation_decision.organisation_id', '=', 'reservation.organisation_id')
        .onRef('reservation_decision.reservation_id', '=', 'reservation.id')
        .onRef('reservation_decision.round', '=', 'reservation.round'),
    )
    .leftJoin('person as decider', (join) =>
      join
        .onRef('decider.organisation_id', '=', 'reservation.organisation_id')
        .onRef('decider.id', '=', 'reservation_decision.decided_by'),
    )
    .select(reservationColumns)
    .select(decisionColumns)
    .select(statusNow(read.now).as('status'))
    .where('reservation.organisation_id', '=', read.tenant.id);
}

/** A reservation with what its rules and its presentation need. */
export type ReservationRow = NonNullable<Awaited<ReturnType<typeof getReservation>>>;

/**
 * A pending one that nobody decided on in time is EXPIRED from that moment, whoever asks; the sweep
 * writes it down and tells its person later.
 */
export function statusNow(now: Temporal.Instant) {
  return sql<ReservationStatus>`case when reservation.status = 'PENDING'
    and reservation.hold_expires_at <= ${now.toString()}::timestamptz
    then 'EXPIRED' else reservation.status end`;
}

/** Those that take their span now. The statuses are literals, so that the indexes of live ones serve. */
export function isLiveNow(now: Temporal.Instant) {
  return sql<boolean>`reservation.status in ('CONFIRMED', 'PENDING')
    and (reservation.hold_expires_at is null or reservation.hold_expires_at > ${now.toString()}::timestamptz)`;
}

/** One reservation of the tenant. */
export async function getReservation(read: Read, id: string) {
  return selectReservations(read).where('reservation.id', '=', id).executeTakeFirst();
}

/**
 * One reservation, locked for a change: its person, then its resource and `other`, then itself, as
 * everyone locks who takes time.
 */
export async function lockReservation(
  tx: Tx,
  id: string,
  other?: string,
): Promise<ReservationRow | undefined> {
  const [row] = await lockReservations(tx, [id], other ? [other] : []);
  return row;
}

/**
 * Several, locked in the one order: people, resources (and `others`), reservations, each by id. `people` are
 * locked too, whoever may get one.
 */
export async function lockReservations(
  tx: Tx,
  ids: readonly string[],
  others: readonly string[] = [],
  people: readonly string[] = [],
): Promise<ReservationRow[]> {
  const before = await findReservations(tx, ids);
  if (before.length === 0) return [];
  const persons = new Set([...before.map((row) => row.person_id), ...people]);
  await lockHolders(
    tx,
    [...persons].map((id) => ({ kind: 'person', id })),
  );
  await lockResources(tx, [...before.map((row) => row.resource_id), ...others]);
  await lockRows(tx, ids);
  const rows = await findReservations(tx, ids);
  // One changed hands while we waited: run again, the transaction locks its new person.
  if (rows.some((row) => !persons.has(row.person_id))) {
    throw new LostRace(409, 'busy', 'Others are changing the same reservation. Try again.');
  }
  return rows;
}

/** Reservations by id, by start. */
export function findReservations(read: Read, ids: readonly string[]): Promise<ReservationRow[]> {
  return selectReservations(read)
    .where('reservation.id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('reservation.starts_at')
    .orderBy('reservation.id')
    .execute();
}

/** Locks resources until the transaction ends, in the order of their ids. */
async function lockResources(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select id from resource where organisation_id = ${tx.tenant.id}
    and id = any(${ids}::uuid[]) order by id for no key update`.execute(tx.db);
}

/** Locks reservations in the order of their ids. */
async function lockRows(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select id from reservation where organisation_id = ${tx.tenant.id}
    and id = any(${ids}::uuid[]) order by id for no key update`.execute(tx.db);
}
