import type { Kysely } from 'kysely';
import type pg from 'pg';
import { permissionsOf } from '../../contract/identity/permissions.ts';
import type { Looked } from '../identity/module.ts';
import type { Tables } from '../platform/tables.ts';
import { tenantOf } from '../platform/tenant.ts';
import { inTenant } from '../platform/transaction.ts';
import { readKeyText } from './api-key.ts';

const usedIsKeptTo = { minutes: 1 } as const;

/**
 * Who an API key acts as: its person, as long as they are active, with those of the key's scopes that
 * they hold themself at this moment. Null: not a key, expired, revoked.
 */
export async function findKeyHolder(
  pool: pg.Pool,
  key: string,
  now: Temporal.Instant,
): Promise<Looked | null> {
  const read = readKeyText(key);
  if (!read) return null;
  return inTenant(pool, read.organisationId, async (db) => {
    const row = await getHolder(db, read, now);
    if (!row) return null;
    await noteUse(db, row, now);
    const held = permissionsOf(row.role, row.own_permissions, row.systems_off);
    const { id: organisationId, key_id: sessionId, person_id: personId } = row;
    const accountId = row.account_id ?? '';
    const expiresAtMs = Temporal.Instant.from(row.expires_at).epochMilliseconds;
    return {
      claims: { accountId, sessionId, organisationId, personId },
      expiresAtMs,
      caller: {
        by: {
          ...{ personId, accountId, sessionId, fullName: row.full_name, role: row.role },
          permissions: new Set([...held].filter((one) => row.scopes.includes(one))),
          verified: row.email_verified_at !== null,
          apiKey: { id: row.key_id, name: row.key_name },
        },
        tenant: tenantOf(row),
        // A key proves nothing about who is there.
        confirmedAtMs: 0,
        endsAtMs: expiresAtMs,
      },
    };
  });
}

function getHolder(
  db: Kysely<Tables>,
  key: { organisationId: string; hash: Buffer },
  now: Temporal.Instant,
) {
  return db
    .selectFrom('api_key as k')
    .innerJoin('person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'k.organisation_id').onRef('p.id', '=', 'k.person_id'),
    )
    .innerJoin('organisation as o', 'o.id', 'k.organisation_id')
    .innerJoin('account as a', 'a.id', 'p.account_id')
    .leftJoin('role as r', (join) =>
      join.onRef('r.organisation_id', '=', 'p.organisation_id').onRef('r.id', '=', 'p.own_role_id'),
    )
    .select(['k.id as key_id', 'k.name as key_name', 'k.scopes', 'k.expires_at', 'k.used_at'])
    .select(['p.id as person_id', 'p.account_id', 'p.full_name', 'p.role', 'a.email_verified_at'])
    .select(['r.permissions as own_permissions'])
    .select(['o.id', 'o.name', 'o.slug', 'o.time_zone', 'o.systems_off'])
    .where('k.organisation_id', '=', key.organisationId)
    .where('k.hash', '=', key.hash)
    .where('k.revoked_at', 'is', null)
    .where('k.expires_at', '>', now.toString())
    .where('p.active', '=', true)
    .executeTakeFirst();
}

// To the minute: a key that is used all day does not write all day.
async function noteUse(
  db: Kysely<Tables>,
  row: { id: string; key_id: string; used_at: string | null },
  now: Temporal.Instant,
): Promise<void> {
  const since = now.subtract(usedIsKeptTo);
  if (row.used_at && Temporal.Instant.compare(Temporal.Instant.from(row.used_at), since) > 0)
    return;
  await db
    .updateTable('api_key')
    .set({ used_at: now.toString() })
    .where('organisation_id', '=', row.id)
    .where('id', '=', row.key_id)
    .execute();
}
