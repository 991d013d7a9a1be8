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
    .where('schedule_period.organisation_id', '=', read.tenant.id);
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
    .select(['id', 'name', 'status', 'start_date', 'end_date', 'seats'])
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

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
