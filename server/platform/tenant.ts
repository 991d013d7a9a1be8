import type { System } from '../../contract/identity/systems.ts';
import type { App } from './app.ts';
import type { Tenant } from './scope.ts';
import { unsafeAcrossTenants } from './transaction.ts';

/** An organisation by id, for work that no person started. Throws when there is none. */
export async function tenantById(app: App, id: string): Promise<Tenant> {
  return unsafeAcrossTenants(app.systemPool, async (db) => {
    const row = await db
      .selectFrom('organisation')
      .select(['id', 'name', 'slug', 'time_zone', 'systems_off'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return tenantOf(row);
  });
}

/** The tenant of an organisation's row. */
export function tenantOf(row: {
  id: string;
  name: string;
  slug: string;
  time_zone: string;
  systems_off: System[];
}): Tenant {
  const { id, name, slug, time_zone: timeZone, systems_off: off } = row;
  return { id, name, slug, timeZone, off };
}
