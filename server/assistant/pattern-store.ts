import { sql } from 'kysely';
import type { Read, Tx } from '../platform/scope.ts';
import type { Pattern } from './pattern.ts';

/** Approved shifts of everyone from `from` to `until`. */
export async function findWorked(read: Read, from: string, until: string) {
  return (
    read.db
      .selectFrom('shift')
      .select(['person_id', 'date', 'start_time', 'minutes'])
      .where('organisation_id', '=', read.tenant.id)
      // A literal: the partial index of live shifts serves only what it can prove.
      .where('status', '=', sql.lit('APPROVED'))
      .where('date', '>=', from)
      .where('date', '<=', until)
      .execute()
  );
}

/** Puts these patterns in the place of all that were there. */
export async function replacePatterns(
  tx: Tx,
  patterns: ReadonlyMap<string, Pattern>,
): Promise<void> {
  await tx.db.deleteFrom('pattern').where('organisation_id', '=', tx.tenant.id).execute();
  const rows = [...patterns].map(([personId, pattern]) => ({
    organisation_id: tx.tenant.id,
    person_id: personId,
    weekdays: JSON.stringify(pattern.weekdays),
    start_hours: JSON.stringify(pattern.startHours),
    mean_minutes: pattern.meanMinutes,
    weekly_minutes: pattern.weeklyMinutes,
    shift_count: pattern.shiftCount,
    weeks: pattern.weeks,
    computed_at: tx.now.toString(),
  }));
  // A statement takes 65,535 parameters; nine of them are one row.
  for (let i = 0; i < rows.length; i += 5_000) {
    await tx.db
      .insertInto('pattern')
      .values(rows.slice(i, i + 5_000))
      .execute();
  }
}

/** Patterns of active people by name; `personId`: only this person's. */
export async function findPatterns(read: Read, personId: string | null = null) {
  let patterns = read.db
    .selectFrom('pattern')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'pattern.organisation_id')
        .onRef('person.id', '=', 'pattern.person_id'),
    )
    .select(['pattern.person_id', 'person.full_name', 'pattern.weekdays', 'pattern.start_hours'])
    .select(['pattern.mean_minutes', 'pattern.weekly_minutes', 'pattern.shift_count'])
    .select(['pattern.weeks', 'pattern.computed_at'])
    .where('pattern.organisation_id', '=', read.tenant.id)
    .where('person.active', '=', true);
  if (personId) patterns = patterns.where('pattern.person_id', '=', personId);
  return patterns.orderBy('person.full_name').orderBy('person.id').execute();
}
