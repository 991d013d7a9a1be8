import { sql } from 'kysely';
import type { Read } from '../platform/scope.ts';
import { addDays } from '../timeline/module.ts';
import { isLiveNow, type ReservationRow, selectReservations } from './reservation-row.ts';

/** What takes a resource's time on these dates, by start: one look into an index of live ones. */
export function findTaken(
  read: Read,
  resourceId: string,
  from: string,
  until: string,
): Promise<ReservationRow[]> {
  return selectReservations(read)
    .where('reservation.resource_id', '=', resourceId)
    .where('reservation.date', '>=', from)
    .where('reservation.date', '<', addDays(until, 1))
    .where(isLiveNow(read.now))
    .orderBy('reservation.date')
    .orderBy('reservation.start_time')
    .orderBy('reservation.id')
    .execute();
}

/** The units that can be taken: as many as there is capacity. */
export async function findUnits(
  read: Read,
  { id, capacity }: { id: string; capacity: number },
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from resource_unit where organisation_id = ${read.tenant.id}
      and resource_id = ${id} and number <= ${capacity}`.execute(read.db);
  return new Set(rows.map((row) => row.id));
}
