import { found, notFound, Refusal, refuseIf } from '../platform/problem.ts';
import type { ActorTx } from '../platform/scope.ts';
import { sees } from './policy.ts';
import { whyNotChange } from './reservation.ts';
import { getReservation, lockReservations, type ReservationRow } from './reservation-row.ts';

/** One reservation of a series and those after it that are still live, all locked. */
export type Rest = { seriesId: string; rows: ReservationRow[] };

/**
 * Locks a reservation of a series and all after it. 404 where it is not theirs, 409 where it is of no
 * series, has begun or is closed, 412 where the caller has read another version of it.
 */
export async function lockRest(tx: ActorTx, id: string, ifMatch: number | null): Promise<Rest> {
  const before = found(await getReservation(tx, id));
  if (!sees(tx.by, before)) throw notFound();
  if (!before.series_id || !before.occurrence) throw notRecurring();
  const locked = await lockReservations(
    tx,
    await findLater(tx, before.series_id, before.occurrence),
  );
  const first = found(locked.find((row) => row.id === id));
  if (!first.series_id) throw notRecurring();
  if (ifMatch !== null && ifMatch !== first.version) throw stale(first.version);
  refuseIf(whyNotChange(first, tx.now));
  return {
    seriesId: first.series_id,
    rows: locked.filter((row) => whyNotChange(row, tx.now) === null),
  };
}

async function findLater(tx: ActorTx, seriesId: string, occurrence: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('reservation')
    .select('id')
    .where('organisation_id', '=', tx.tenant.id)
    .where('series_id', '=', seriesId)
    .where('occurrence', '>=', occurrence)
    .execute();
  return rows.map((row) => row.id);
}

function notRecurring(): Refusal {
  const sentence = 'This reservation is of no series; change it alone.';
  return new Refusal(409, 'not_recurring', sentence);
}

function stale(version: number): Refusal {
  const sentence = 'Someone changed this reservation meanwhile. Read it again, then change it.';
  return new Refusal(412, 'version_stale', sentence, { version });
}
