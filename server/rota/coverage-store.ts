import { sql } from 'kysely';
import { newId } from '../platform/id.ts';
import type { Read, Tx } from '../platform/scope.ts';
import { addDays } from '../timeline/module.ts';

/** The windows that are in effect on some date from `from` to `until`, by start. */
export async function findWindows(read: Read, from: string, until: string) {
  return read.db
    .selectFrom('coverage_window')
    .select(['id', 'slug', 'name', 'start_time', 'end_time', 'effective_from', 'effective_until'])
    .where('organisation_id', '=', read.tenant.id)
    .where('effective_from', '<=', until)
    .where((where) =>
      where.or([where('effective_until', 'is', null), where('effective_until', '>=', from)]),
    )
    .orderBy('start_time')
    .orderBy('id')
    .execute();
}

/** Shifts dated from `from` to `until` with whose they are, by date and start; who calls says which. */
export function selectDatedShifts(read: Read, from: string, until: string) {
  return read.db
    .selectFrom('shift')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'shift.organisation_id')
        .onRef('person.id', '=', 'shift.person_id'),
    )
    .select([
      'shift.id',
      'shift.person_id',
      'person.full_name as person_name',
      'shift.date',
      'shift.start_time',
      'shift.end_time',
      'shift.overnight',
    ])
    .where('shift.organisation_id', '=', read.tenant.id)
    .where('shift.date', '>=', from)
    .where('shift.date', '<=', until)
    .orderBy('shift.date')
    .orderBy('shift.start_time');
}

/** Approved shifts that reach into the dates from `from` to `until`, by date and start. */
export function findCovering(read: Read, from: string, until: string) {
  return (
    selectDatedShifts(read, addDays(from, -1), until)
      // A literal, not a parameter: the partial index of live shifts serves only what it can prove.
      .where('shift.status', '=', sql.lit('APPROVED'))
      .execute()
  );
}

/** The two windows that every organisation starts with. */
export const defaultWindows = [
  { slug: 'morning', name: 'Morning', start_time: '06:00:00', end_time: '09:00:00' },
  { slug: 'evening', name: 'Evening', start_time: '21:00:00', end_time: '22:00:00' },
] as const;

/** Gives a new organisation its windows. */
export async function foundCoverage(tx: Tx): Promise<void> {
  const windows = defaultWindows.map((window) => ({
    organisation_id: tx.tenant.id,
    id: newId(),
    ...window,
    effective_from: '1970-01-01',
    effective_until: null,
  }));
  await tx.db.insertInto('coverage_window').values(windows).execute();
}
