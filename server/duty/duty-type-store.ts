import { sql } from 'kysely';
import type { Read, Tx } from '../platform/scope.ts';

const columns = [
  ...(['id', 'name', 'start_time', 'end_time', 'overnight'] as const),
  ...(['sun_event', 'sun_offset_minutes', 'sun_minutes', 'people', 'colour'] as const),
  ...(['position', 'active', 'version', 'created_at', 'updated_at', 'deleted_at'] as const),
] as const;

/** Duty types of the organisation, deleted ones too. */
export function selectAllDutyTypes(read: Read) {
  return read.db
    .selectFrom('duty_type')
    .select(columns.map((column) => `duty_type.${column}` as const))
    .where('duty_type.organisation_id', '=', read.tenant.id);
}

/** Those that are not deleted. */
export function selectDutyTypes(read: Read) {
  return selectAllDutyTypes(read).where('duty_type.deleted_at', 'is', null);
}

export type DutyTypeRow = NonNullable<Awaited<ReturnType<typeof getDutyType>>>;

/** One duty type of the tenant. */
export function getDutyType(read: Read, id: string) {
  return selectDutyTypes(read).where('duty_type.id', '=', id).executeTakeFirst();
}

/** One duty type, locked for a change: nobody is assigned to it meanwhile. */
export function lockDutyType(tx: Tx, id: string) {
  return selectDutyTypes(tx).where('duty_type.id', '=', id).forNoKeyUpdate().executeTakeFirst();
}

/** These duty types, locked so that they stay as they are; by their place in lists. */
export function holdDutyTypes(tx: Tx, ids: readonly string[]) {
  return selectDutyTypes(tx)
    .where('duty_type.id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('duty_type.id')
    .forShare()
    .execute();
}

/** What of a duty type is said by whoever makes or edits it. */
export type DutyTypeFields = Pick<
  DutyTypeRow,
  | ('name' | 'start_time' | 'end_time' | 'overnight')
  | ('sun_event' | 'sun_offset_minutes' | 'sun_minutes')
  | ('people' | 'colour' | 'position' | 'active')
>;

/** Writes a new duty type. */
export async function insertDutyType(tx: Tx, id: string, fields: DutyTypeFields): Promise<void> {
  const now = tx.now.toString();
  await tx.db
    .insertInto('duty_type')
    .values({ organisation_id: tx.tenant.id, id, ...fields, created_at: now, updated_at: now })
    .execute();
}

/** Changes a duty type that is locked already. */
export async function updateDutyType(
  tx: Tx,
  row: DutyTypeRow,
  change: Partial<DutyTypeFields> & { deleted_at?: string },
): Promise<DutyTypeRow> {
  const stamp = { updated_at: tx.now.toString(), version: row.version + 1 };
  await tx.db
    .updateTable('duty_type')
    .set({ ...change, ...stamp })
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', row.id)
    .execute();
  return { ...row, ...change, ...stamp };
}

/** How many duty types there are, and the last place in lists. */
export function countDutyTypes(read: Read) {
  return read.db
    .selectFrom('duty_type')
    .select(sql<number>`count(*)::integer`.as('count'))
    .select(sql<number>`coalesce(max(position), -1)::integer`.as('last'))
    .where('organisation_id', '=', read.tenant.id)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
}

/** Rosters that have a duty type, by name. */
export function findRostersWith(read: Read, dutyTypeId: string) {
  return read.db
    .selectFrom('roster_duty_type')
    .innerJoin('roster', (join) =>
      join
        .onRef('roster.organisation_id', '=', 'roster_duty_type.organisation_id')
        .onRef('roster.id', '=', 'roster_duty_type.roster_id'),
    )
    .select(['roster.id', 'roster.name'])
    .where('roster_duty_type.organisation_id', '=', read.tenant.id)
    .where('roster_duty_type.duty_type_id', '=', dutyTypeId)
    .where('roster_duty_type.removed_at', 'is', null)
    .where('roster.deleted_at', 'is', null)
    .orderBy('roster.name')
    .orderBy('roster.id')
    .execute();
}
