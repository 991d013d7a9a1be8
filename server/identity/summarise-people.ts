import { sql } from 'kysely';
import { summarisePeople as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';

/** How many people are active, of each role; own roles by their names. */
export const summarisePeople = query(route, async (view) => {
  const rows = await view.db
    .selectFrom('person')
    .leftJoin('role', (join) =>
      join
        .onRef('role.organisation_id', '=', 'person.organisation_id')
        .onRef('role.id', '=', 'person.own_role_id'),
    )
    .select((eb) => eb.fn.coalesce('role.name', 'person.role').as('role'))
    .select(sql<number>`count(*)::integer`.as('people'))
    .where('person.organisation_id', '=', view.tenant.id)
    .where('person.active', '=', true)
    .groupBy(sql`1`)
    .orderBy(sql`1`)
    .execute();
  return {
    total_users: rows.reduce((sum, { people }) => sum + people, 0),
    by_role: Object.fromEntries(rows.map(({ role, people }) => [role, people])),
  };
});
