import { sql } from 'kysely';
import { insertAll } from '../platform/insert-all.ts';
import type { Read, Tx } from '../platform/scope.ts';
import type { Span } from '../timeline/module.ts';

/** Duty assignments with the names in them, those that ended too. */
export function selectDuties(read: Read) {
  return read.db
    .selectFrom('duty_assignment as duty')
    .innerJoin('roster', (join) =>
      join
        .onRef('roster.organisation_id', '=', 'duty.organisation_id')
        .onRef('roster.id', '=', 'duty.roster_id'),
    )
    .innerJoin('duty_type', (join) =>
      join
        .onRef('duty_type.organisation_id', '=', 'duty.organisation_id')
        .onRef('duty_type.id', '=', 'duty.duty_type_id'),
    )
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'duty.organisation_id')
        .onRef('person.id', '=', 'duty.person_id'),
    )
    .leftJoin('person as assigner', (join) =>
      join
        .onRef('assigner.organisation_id', '=', 'duty.organisation_id')
        .onRef('assigner.id', '=', 'duty.assigned_by'),
    )
    .leftJoin('person as ender', (join) =>
      join
        .onRef('ender.organisation_id', '=', 'duty.organisation_id')
        .onRef('ender.id', '=', 'duty.ended_by'),
    )
    .leftJoin('unlock_log', (join) =>
      join
        .onRef('unlock_log.organisation_id', '=', 'duty.organisation_id')
        .onRef('unlock_log.assignment_id', '=', 'duty.id'),
    )
    .select(['duty.id', 'duty.roster_id', 'duty.duty_type_id', 'duty.date', 'duty.seat'])
    .select(['duty.person_id', 'duty.local_start', 'duty.local_end', 'duty.zone'])
    .select(['duty.starts_at', 'duty.ends_at', 'duty.note', 'duty.assigned_by'])
    .select(['duty.assigned_at', 'duty.ended_by', 'duty.ended_at', 'duty.version'])
    .select(['roster.name as roster_name', 'duty_type.name as duty_name'])
    .select(['person.full_name as person_name', 'person.email as person_email'])
    .select(['assigner.full_name as assigned_by_name', 'ender.full_name as ended_by_name'])
    .select(['unlock_log.how as ended_how', 'unlock_log.reason'])
    .where('duty.organisation_id', '=', read.tenant.id);
}

export type DutyRow = NonNullable<Awaited<ReturnType<typeof getDuty>>>;

/** One duty assignment of the tenant. */
export function getDuty(read: Read, id: string) {
  return selectDuties(read).where('duty.id', '=', id).executeTakeFirst();
}

/** These duty assignments, in the order of the ids. */
export async function findDuties(read: Read, ids: readonly string[]): Promise<DutyRow[]> {
  const rows = await selectDuties(read)
    .where('duty.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** What stands in a roster, by date and duty; between dates if they are given. */
export function findStandingIn(
  read: Read,
  rosterId: string,
  dates: { from: string; until: string } | null = null,
) {
  const standing = read.db
    .selectFrom('duty_assignment')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'duty_assignment.organisation_id')
        .onRef('person.id', '=', 'duty_assignment.person_id'),
    )
    .select(['duty_assignment.id', 'duty_assignment.date', 'duty_assignment.seat'])
    .select(['duty_assignment.duty_type_id as duty_type', 'duty_assignment.person_id as person'])
    .select(['duty_assignment.starts_at', 'duty_assignment.ends_at'])
    .select('person.full_name as person_name')
    .where('duty_assignment.organisation_id', '=', read.tenant.id)
    .where('duty_assignment.roster_id', '=', rosterId)
    .where('duty_assignment.ended_at', 'is', null);
  const some = dates
    ? standing
        .where('duty_assignment.date', '>=', dates.from)
        .where('duty_assignment.date', '<=', dates.until)
    : standing;
  return some
    .orderBy('duty_assignment.date')
    .orderBy('duty_assignment.duty_type_id')
    .orderBy('duty_assignment.seat')
    .execute();
}

/** Who is assigned to a duty and has not begun yet, in any roster. */
export function findStandingAhead(read: Read, dutyTypeId: string) {
  return read.db
    .selectFrom('duty_assignment')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'duty_assignment.organisation_id')
        .onRef('person.id', '=', 'duty_assignment.person_id'),
    )
    .select(['duty_assignment.id', 'duty_assignment.date', 'duty_assignment.seat'])
    .select(['duty_assignment.roster_id as roster', 'person.full_name as person_name'])
    .where('duty_assignment.organisation_id', '=', read.tenant.id)
    .where('duty_assignment.duty_type_id', '=', dutyTypeId)
    .where('duty_assignment.ended_at', 'is', null)
    .where('duty_assignment.starts_at', '>', read.now.toString())
    .orderBy('duty_assignment.date')
    .orderBy('duty_assignment.seat')
    .execute();
}

/** An assignment as it is about to be written. */
export type NewDuty = {
  id: string;
  rosterId: string;
  dutyTypeId: string;
  seat: number;
  personId: string;
  span: Span;
};

/** Writes assignments, all in one statement; a seat that someone has breaks `duty_assignment_cell`. */
export function insertDuties(tx: Tx, duties: readonly NewDuty[]): Promise<void> {
  const rows = duties.map(({ id, rosterId, dutyTypeId, seat, personId, span }) => ({
    organisation_id: tx.tenant.id,
    ...{ id, roster_id: rosterId, duty_type_id: dutyTypeId, date: span.date, seat },
    person_id: personId,
    ...{ local_start: span.localStart, local_end: span.localEnd },
    ...{ zone: span.zone, tz_version: span.tzVersion },
    ...{ starts_at: span.startsAt, ends_at: span.endsAt },
    assigned_by: tx.by?.personId ?? null,
    assigned_at: tx.now.toString(),
    ...{ note: '', version: 1 },
  }));
  return insertAll(tx, 'duty_assignment', rows);
}

/** Ends assignments that are locked already; the rows stay. */
export async function endDuties(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`update duty_assignment
    set ended_at = ${tx.now.toString()}, ended_by = ${tx.by?.personId ?? null}::uuid,
      version = version + 1
    where organisation_id = ${tx.tenant.id} and id = any(${ids}::uuid[])`.execute(tx.db);
}

/** Writes the note of an assignment that is locked already. */
export async function setNote(tx: Tx, row: DutyRow, note: string): Promise<DutyRow> {
  const version = row.version + 1;
  await tx.db
    .updateTable('duty_assignment')
    .set({ note, version })
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', row.id)
    .execute();
  return { ...row, note, version };
}
