import { sql } from 'kysely';
import { newId } from '../platform/id.ts';
import type { Read, Tx } from '../platform/scope.ts';

/** Periods with who made them and how many shifts of theirs the viewer may see (`personId`: only this person's). */
export function selectPeriods(read: Read, personId: string | null) {
  return read.db
    .selectFrom('schedule_period')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'schedule_period.organisation_id')
        .onRef('person.id', '=', 'schedule_period.created_by'),
    )
    .select([
      'schedule_period.id',
      'schedule_period.name',
      'schedule_period.start_date',
      'schedule_period.end_date',
      'schedule_period.status',
      'schedule_period.seats',
      'schedule_period.created_by',
      'schedule_period.created_at',
      'schedule_period.updated_at',
      'schedule_period.version',
      'person.full_name as created_by_name',
    ])
    .select(({ selectFrom }) => {
      const counted = selectFrom('shift')
        .select(sql<number>`count(*)::integer`.as('count'))
        .whereRef('shift.organisation_id', '=', 'schedule_period.organisation_id')
        .whereRef('shift.period_id', '=', 'schedule_period.id');
      const visible = personId ? counted.where('shift.person_id', '=', personId) : counted;
      return visible.$asScalar().$notNull().as('shift_count');
    })
    .where('schedule_period.organisation_id', '=', read.tenant.id)
    .where('schedule_period.deleted_at', 'is', null);
}

export type PeriodRow = NonNullable<Awaited<ReturnType<typeof getPeriod>>>;

/** One period of the tenant. */
export async function getPeriod(read: Read, id: string, personId: string | null) {
  return selectPeriods(read, personId).where('schedule_period.id', '=', id).executeTakeFirst();
}

/** One period, locked: requests and decisions in it come one after the other. */
export async function lockPeriod(tx: Tx, id: string) {
  return tx.db
    .selectFrom('schedule_period')
    .select(['id', 'name', 'status', 'start_date', 'end_date', 'seats', 'version'])
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** A period as a change of it finds it. */
export type LockedPeriod = NonNullable<Awaited<ReturnType<typeof lockPeriod>>>;

/** Makes sure that seats 1 to `count` are there. */
export async function ensureSeats(tx: Tx, count: number): Promise<void> {
  const seats = Array.from({ length: count }, (_, i) => ({
    organisation_id: tx.tenant.id,
    number: i + 1,
    id: newId(),
  }));
  await tx.db
    .insertInto('seat')
    .values(seats)
    .onConflict((conflict) => conflict.columns(['organisation_id', 'number']).doNothing())
    .execute();
}

/** Writes a changed period that is locked already. */
export async function updatePeriod(tx: Tx, period: LockedPeriod): Promise<void> {
  const { id, name, start_date, end_date, status, seats, version } = period;
  await tx.db
    .updateTable('schedule_period')
    .set({ name, start_date, end_date, status, seats })
    .set({ version: version + 1, updated_at: tx.now.toString() })
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

/** Takes a period off every list; the row stays for the shifts that were in it. */
export async function hidePeriod(tx: Tx, id: string): Promise<void> {
  await tx.db
    .updateTable('schedule_period')
    .set({ deleted_at: tx.now.toString() })
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

/** Pending and approved shifts of a period, by date and start, as refusals list them. */
export async function findLiveShifts(read: Read, periodId: string) {
  return read.db
    .selectFrom('shift')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'shift.organisation_id')
        .onRef('person.id', '=', 'shift.person_id'),
    )
    .select(['shift.id', 'person.full_name as pa_name', 'shift.date'])
    .select(['shift.start_time', 'shift.end_time', 'shift.status'])
    .where('shift.organisation_id', '=', read.tenant.id)
    .where('shift.period_id', '=', periodId)
    .where('shift.status', 'in', ['PENDING', 'APPROVED'])
    .orderBy('shift.date')
    .orderBy('shift.start_time')
    .execute();
}
