import { sql } from 'kysely';
import type { Read } from '../platform/scope.ts';

/** Everyone active, by name; with `search` those whose name has it. */
export function findActivePeople(read: Read, search = '') {
  const people = read.db
    .selectFrom('person')
    .select(['id', 'full_name as name', 'email'])
    .where('organisation_id', '=', read.tenant.id)
    .where('active', '=', true)
    .orderBy('full_name')
    .orderBy('id');
  const part = search.trim();
  if (part === '') return people.execute();
  const pattern = `%${part.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return people.where('full_name', 'ilike', pattern).execute();
}

/** How many duties of a roster everyone has who has one. */
export async function countDuties(
  read: Read,
  rosterId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await read.db
    .selectFrom('duty_assignment')
    .select(['person_id', sql<number>`count(*)::integer`.as('count')])
    .where('organisation_id', '=', read.tenant.id)
    .where('roster_id', '=', rosterId)
    .where('ended_at', 'is', null)
    .groupBy('person_id')
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.count]));
}
