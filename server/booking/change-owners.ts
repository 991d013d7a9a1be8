import { sql } from 'kysely';
import { Refusal } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import { changeHolders } from '../timeline/module.ts';
import type { ReservationRow } from './reservation-row.ts';
import { sourceOf } from './reserve.ts';
import { touchSeries } from './series-store.ts';

/** Whose a reservation is to be. */
export type NewOwner = { row: ReservationRow; personId: string };

/**
 * Locked reservations change hands: one statement for what their people hold and one for the rows, so two,
 * or a ring of them, may change places. Notes were the one's who wrote them, and a series is of one
 * person: neither goes along. 409 `person_busy` where someone is not free. What may be, the caller has
 * checked; `lockReservations` locks them, and their new people too.
 */
export async function changeOwners(tx: Tx, changes: readonly NewOwner[]): Promise<void> {
  await changeHolders(
    tx,
    'person',
    changes.map(({ row, personId }) => ({
      source: sourceOf(row),
      holder: { kind: 'person', id: personId },
    })),
  ).catch(throwBusy);
  await touchSeries(
    tx,
    changes.flatMap(({ row }) => row.series_id ?? []),
  );
  const ids = changes.map(({ row }) => row.id);
  const people = changes.map(({ personId }) => personId);
  await sql`update reservation set person_id = changed.person_id, notes = '', series_id = null,
      occurrence = null, version = version + 1, updated_at = ${tx.now.toString()}
    from unnest(${ids}::uuid[], ${people}::uuid[]) as changed (id, person_id)
    where reservation.organisation_id = ${tx.tenant.id} and reservation.id = changed.id`.execute(
    tx.db,
  );
  const series = changes.flatMap(({ row }) => row.series_id ?? []);
  if (series.length > 0) await touchSeries(tx, series);
}

// Checked a moment ago, taken since by something that locks no people.
function throwBusy(error: unknown): never {
  if (!(error instanceof Refusal) || error.code !== 'time_taken') throw error;
  throw new Refusal(409, 'person_busy', 'Someone was committed elsewhere a moment ago.');
}
