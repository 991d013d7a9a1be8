import type pg from 'pg';
import type { Tenant } from '../platform/scope.ts';
import { tenantOf } from '../platform/tenant.ts';
import { unsafeAcrossTenants } from '../platform/transaction.ts';
import { idleFor } from './session-store.ts';

/** A session of an account that is alive, with the organisation it was begun in. */
export type OwnSession = {
  id: string;
  personId: string;
  tenant: Tenant;
  userAgent: string;
  address: string;
  createdAt: string;
  usedAt: string;
  expiresAt: string;
};

/** All live sessions of an account, in every organisation, the one used last first. */
export function unsafeFindOwnSessions(
  systemPool: pg.Pool,
  accountId: string,
  now: Temporal.Instant,
): Promise<OwnSession[]> {
  return unsafeAcrossTenants(systemPool, async (db) => {
    const rows = await db
      .selectFrom('session as s')
      .innerJoin('organisation as o', 'o.id', 's.organisation_id')
      .select(['s.id as session_id', 's.person_id', 's.user_agent', 's.address'])
      .select(['s.created_at', 's.used_at', 's.expires_at'])
      .select(['o.id', 'o.name', 'o.slug', 'o.time_zone', 'o.systems_off'])
      .where('s.account_id', '=', accountId)
      .where('s.ended_at', 'is', null)
      .where('s.expires_at', '>', now.toString())
      .where('s.used_at', '>', now.subtract(idleFor).toString())
      .orderBy('s.used_at', 'desc')
      .orderBy('s.id')
      .execute();
    return rows.map((row) => ({
      id: row.session_id,
      personId: row.person_id,
      tenant: tenantOf(row),
      userAgent: row.user_agent,
      address: row.address,
      createdAt: row.created_at,
      usedAt: row.used_at,
      expiresAt: row.expires_at,
    }));
  });
}
