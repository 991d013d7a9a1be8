import { sql } from 'kysely';
import type { Read } from '../platform/scope.ts';
import { mergePreferences, type Preference } from './registration.ts';

/** What those whose sign-up for a roster was accepted asked for, one for each person. */
export async function findPreferences(read: Read, rosterId: string): Promise<Preference[]> {
  const rows = await read.db
    .selectFrom('registration as r')
    .select('r.person_id as personId')
    .select(sql<string[]>`r.dates_not::text[]`.as('datesNot'))
    .select(
      sql<string[]>`ARRAY(SELECT d.duty_type_id::text FROM registration_duty_type d
        WHERE d.organisation_id = r.organisation_id AND d.registration_id = r.id)`.as(
        'dutyTypeIds',
      ),
    )
    .where('r.organisation_id', '=', read.tenant.id)
    .where('r.roster_id', '=', rosterId)
    .where('r.state', '=', 'accepted')
    .orderBy('r.id')
    .execute();
  return mergePreferences(rows);
}
