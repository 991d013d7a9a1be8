import { sql } from 'kysely';
import type { Read, Tx } from '../platform/scope.ts';

/** Sign-ups with their roster, whom of the directory they belong to, who decided, and what was asked for. */
export function selectRegistrations(read: Read) {
  return read.db
    .selectFrom('registration as r')
    .innerJoin('roster', (join) =>
      join
        .onRef('roster.organisation_id', '=', 'r.organisation_id')
        .onRef('roster.id', '=', 'r.roster_id'),
    )
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'r.organisation_id')
        .onRef('person.id', '=', 'r.person_id'),
    )
    .leftJoin('person as decider', (join) =>
      join
        .onRef('decider.organisation_id', '=', 'r.organisation_id')
        .onRef('decider.id', '=', 'r.decided_by'),
    )
    .select([
      'r.id',
      'r.roster_id',
      'r.link_id',
      'r.person_id',
      'r.full_name',
      'r.email',
      'r.phone',
    ])
    .select(['r.note', 'r.language', 'r.state', 'r.decided_by', 'r.decided_at', 'r.reason'])
    .select(['r.version', 'r.created_at', 'r.updated_at', 'roster.name as roster_name'])
    .select(['roster.start_date as roster_starts', 'roster.end_date as roster_ends'])
    .select(['person.full_name as person_name', 'person.standing', 'person.active'])
    .select('decider.full_name as decider_name')
    .select(sql<string[]>`r.dates_not::text[]`.as('dates_not'))
    .select(
      sql<string[]>`ARRAY(SELECT d.duty_type_id::text FROM registration_duty_type d
        WHERE d.organisation_id = r.organisation_id AND d.registration_id = r.id
        ORDER BY d.duty_type_id)`.as('duty_types'),
    )
    .where('r.organisation_id', '=', read.tenant.id);
}

export type RegistrationRow = NonNullable<Awaited<ReturnType<typeof getRegistration>>>;

/** One sign-up of the tenant. */
export function getRegistration(read: Read, id: string) {
  return selectRegistrations(read).where('r.id', '=', id).executeTakeFirst();
}

/** The same, locked for a change: it is decided once. */
export async function lockRegistration(tx: Tx, id: string): Promise<RegistrationRow | undefined> {
  await tx.db
    .selectFrom('registration')
    .select('id')
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return getRegistration(tx, id);
}
