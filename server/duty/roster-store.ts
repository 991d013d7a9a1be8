import { sql } from 'kysely';
import type { Read, Tx } from '../platform/scope.ts';
import { dateAt } from '../timeline/module.ts';
import { type DutyTypeRow, selectAllDutyTypes } from './duty-type-store.ts';

/** Rosters with who made them and how many are assigned. */
export function selectRosters(read: Read) {
  return read.db
    .selectFrom('roster')
    .leftJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'roster.organisation_id')
        .onRef('person.id', '=', 'roster.created_by'),
    )
    .select(['roster.id', 'roster.name', 'roster.start_date', 'roster.end_date'])
    .select(['roster.second_calendar', 'roster.created_by', 'roster.created_at'])
    .select(['roster.updated_at', 'roster.version', 'person.full_name as created_by_name'])
    .select(({ selectFrom }) =>
      selectFrom('duty_assignment')
        .select(sql<number>`count(*)::integer`.as('count'))
        .whereRef('duty_assignment.organisation_id', '=', 'roster.organisation_id')
        .whereRef('duty_assignment.roster_id', '=', 'roster.id')
        .where('duty_assignment.ended_at', 'is', null)
        .$asScalar()
        .$notNull()
        .as('assigned'),
    )
    .where('roster.organisation_id', '=', read.tenant.id)
    .where('roster.deleted_at', 'is', null);
}

export type RosterRow = NonNullable<Awaited<ReturnType<typeof getRoster>>>;

/** One roster of the tenant. */
export function getRoster(read: Read, id: string) {
  return selectRosters(read).where('roster.id', '=', id).executeTakeFirst();
}

/** The roster that one means without naming it: today's, else the next, else the last; its id. */
export async function findUsualRoster(read: Read): Promise<string | undefined> {
  const today = dateAt(read.now, read.tenant.timeZone);
  const row = await selectRosters(read)
    .orderBy((eb) => eb('roster.end_date', '<', today))
    .orderBy((eb) =>
      eb.case().when('roster.end_date', '>=', today).then(eb.ref('roster.start_date')).end(),
    )
    .orderBy('roster.end_date', 'desc')
    .orderBy('roster.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** One roster, locked: what is assigned in it comes one after the other. */
export function lockRoster(tx: Tx, id: string) {
  return tx.db
    .selectFrom('roster')
    .select(['id', 'name', 'start_date', 'end_date', 'second_calendar', 'version'])
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** A roster as a change of it finds it. */
export type LockedRoster = NonNullable<Awaited<ReturnType<typeof lockRoster>>>;

/** The duties of rosters in the order of their grids; with `gone`, those taken out since then too. */
export async function findDutyTypesOf(
  read: Read,
  rosterIds: readonly string[],
  gone: string | null = null,
): Promise<(DutyTypeRow & { roster_id: string })[]> {
  const held = selectAllDutyTypes(read)
    .innerJoin('roster_duty_type as held', (join) =>
      join
        .onRef('held.organisation_id', '=', 'duty_type.organisation_id')
        .onRef('held.duty_type_id', '=', 'duty_type.id'),
    )
    .select('held.roster_id')
    .where('held.roster_id', '=', sql<string>`any(${rosterIds}::uuid[])`);
  const then = gone
    ? held.where((eb) =>
        eb.or([eb('held.removed_at', 'is', null), eb('held.removed_at', '>', gone)]),
      )
    : held.where('held.removed_at', 'is', null);
  return then.orderBy('held.position').orderBy('duty_type.id').execute();
}

/** What of a roster is said by whoever makes or edits it. */
export type RosterFields = Pick<
  LockedRoster,
  'name' | 'start_date' | 'end_date' | 'second_calendar'
>;

/** Writes a new roster. */
export async function insertRoster(tx: Tx, id: string, fields: RosterFields): Promise<void> {
  const now = tx.now.toString();
  const made = { created_by: tx.by?.personId ?? null, created_at: now, updated_at: now };
  await tx.db
    .insertInto('roster')
    .values({ organisation_id: tx.tenant.id, id, ...fields, ...made })
    .execute();
}

/** Changes a roster that is locked already. */
export async function updateRoster(
  tx: Tx,
  { id, version }: LockedRoster,
  change: Partial<RosterFields> & { deleted_at?: string },
): Promise<void> {
  await tx.db
    .updateTable('roster')
    .set({ ...change, version: version + 1, updated_at: tx.now.toString() })
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

/** Gives a roster these duties in this order; others that it had are taken out and stay for the record. */
export async function setDutyTypes(
  tx: Tx,
  rosterId: string,
  dutyTypeIds: readonly string[],
): Promise<void> {
  const organisation = tx.tenant.id;
  await sql`update roster_duty_type set removed_at = ${tx.now.toString()}
    where organisation_id = ${organisation} and roster_id = ${rosterId} and removed_at is null
      and not duty_type_id = any(${dutyTypeIds}::uuid[])`.execute(tx.db);
  await sql`insert into roster_duty_type (organisation_id, roster_id, duty_type_id, position)
    select ${organisation}::uuid, ${rosterId}::uuid, said.id, said.position
    from unnest(${dutyTypeIds}::uuid[]) with ordinality as said (id, position)
    on conflict (organisation_id, roster_id, duty_type_id)
      do update set position = excluded.position, removed_at = null`.execute(tx.db);
}
