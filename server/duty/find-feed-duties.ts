import type { Read } from '../platform/scope.ts';

/** A duty as a person's calendar has it; `ended` was theirs and is no longer. */
export type FeedDuty = {
  id: string;
  starts_at: string;
  ends_at: string;
  zone: string;
  name: string;
  roster: string;
  ended: boolean;
  version: number;
  created_at: string;
  updated_at: string;
};

/**
 * The duties of a person on these dates, for their calendar, by start; and those that they were taken off
 * since `endedSince`, so that calendar programs take them out.
 */
export async function findFeedDuties(
  read: Read,
  personId: string,
  dates: { from: string; until: string },
  endedSince: Temporal.Instant,
): Promise<FeedDuty[]> {
  const rows = await read.db
    .selectFrom('duty_assignment as duty')
    .innerJoin('duty_type', (join) =>
      join
        .onRef('duty_type.organisation_id', '=', 'duty.organisation_id')
        .onRef('duty_type.id', '=', 'duty.duty_type_id'),
    )
    .innerJoin('roster', (join) =>
      join
        .onRef('roster.organisation_id', '=', 'duty.organisation_id')
        .onRef('roster.id', '=', 'duty.roster_id'),
    )
    .select(['duty.id', 'duty.starts_at', 'duty.ends_at', 'duty.zone', 'duty.version'])
    .select(['duty.assigned_at', 'duty.ended_at', 'duty_type.name', 'roster.name as roster'])
    .where('duty.organisation_id', '=', read.tenant.id)
    .where('duty.person_id', '=', personId)
    .where('duty.date', '>=', dates.from)
    .where('duty.date', '<=', dates.until)
    .where(({ or, eb }) =>
      or([eb('duty.ended_at', 'is', null), eb('duty.ended_at', '>', endedSince.toString())]),
    )
    .orderBy('duty.starts_at')
    .orderBy('duty.id')
    .execute();
  return rows.map(({ assigned_at, ended_at, ...row }) => ({
    ...row,
    ...{ ended: ended_at !== null, created_at: assigned_at, updated_at: ended_at ?? assigned_at },
  }));
}
