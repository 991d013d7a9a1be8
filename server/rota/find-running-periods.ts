import type { Read } from '../platform/scope.ts';

/** Periods that are still decided on (OPEN or LOCKED) and have dates from `from` to `until`, by start. */
export async function findRunningPeriods(read: Read, from: string, until: string) {
  return read.db
    .selectFrom('schedule_period')
    .select(['id', 'name', 'start_date', 'end_date'])
    .where('organisation_id', '=', read.tenant.id)
    .where('deleted_at', 'is', null)
    .where('status', 'in', ['OPEN', 'LOCKED'])
    .where('start_date', '<=', until)
    .where('end_date', '>=', from)
    .orderBy('start_date')
    .orderBy('id')
    .execute();
}
