import { sql } from 'kysely';
import type { Read, Tx } from '../platform/scope.ts';
import type { Span } from '../timeline/module.ts';

/** Series of the tenant. */
function selectSeries(read: Read) {
  return read.db
    .selectFrom('reservation_series')
    .select(['id', 'resource_id', 'person_id', 'date', 'start_time', 'end_time', 'overnight'])
    .select(['zone', 'rrule', 'notes', 'version', 'created_at', 'updated_at'])
    .where('organisation_id', '=', read.tenant.id);
}

/** One series. */
export async function getSeries(read: Read, id: string) {
  return selectSeries(read).where('id', '=', id).executeTakeFirst();
}

/** Writes a new series. */
export async function insertSeries(
  tx: Tx,
  series: { id: string; resourceId: string; personId: string; rrule: string; notes: string },
  first: Span,
): Promise<void> {
  const now = tx.now.toString();
  await tx.db
    .insertInto('reservation_series')
    .values({
      ...{ organisation_id: tx.tenant.id, id: series.id, rrule: series.rrule },
      ...{ resource_id: series.resourceId, person_id: series.personId, notes: series.notes },
      ...{ date: first.date, start_time: first.startTime, end_time: first.endTime },
      ...{ overnight: first.overnight, zone: first.zone, created_at: now, updated_at: now },
    })
    .execute();
}

/** Something of these series changed: their entries in calendars have a new SEQUENCE. */
export async function touchSeries(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`update reservation_series set version = version + 1, updated_at = ${tx.now.toString()}
    where organisation_id = ${tx.tenant.id} and id = any(${ids}::uuid[])`.execute(tx.db);
}
