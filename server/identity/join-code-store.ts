import type pg from 'pg';
import type { Read, Tenant, Tx } from '../platform/scope.ts';
import { unsafeAcrossTenants } from '../platform/transaction.ts';

/** A join code as it is stored, with who made it. */
export type JoinCodeRow = Awaited<ReturnType<typeof getJoinCode>> & {};

/** The organisation's join codes, with who made them. */
export function selectJoinCodes(read: Read) {
  return read.db
    .selectFrom('join_code as c')
    .leftJoin('person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'c.organisation_id').onRef('p.id', '=', 'c.made_by'),
    )
    .select(['c.id', 'c.made_at', 'c.expires_at', 'c.uses', 'c.uses_max', 'c.revoked_at'])
    .select('p.full_name as made_by_name')
    .where('c.organisation_id', '=', read.tenant.id);
}

/** One join code of the organisation. */
export function getJoinCode(read: Read, id: string) {
  return selectJoinCodes(read).where('c.id', '=', id).executeTakeFirst();
}

/** Writes a join code. */
export async function insertJoinCode(
  tx: Tx,
  code: { id: string; mac: Buffer; expiresAt: Temporal.Instant; usesMax: number },
): Promise<void> {
  await tx.db
    .insertInto('join_code')
    .values({
      organisation_id: tx.tenant.id,
      id: code.id,
      mac: code.mac,
      made_by: tx.by?.personId ?? null,
      made_at: tx.now.toString(),
      expires_at: code.expiresAt.toString(),
      uses_max: code.usesMax,
    })
    .execute();
}

/** Ends a join code; false when it was revoked before. */
export async function revokeCode(tx: Tx, id: string): Promise<boolean> {
  const revoked = await tx.db
    .updateTable('join_code')
    .set({ revoked_at: tx.now.toString() })
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return revoked !== undefined;
}

/** Uses a join code once; false when it has expired, was revoked or is used up. The row's lock decides races. */
export async function spendJoinCode(tx: Tx, id: string): Promise<boolean> {
  const used = await tx.db
    .updateTable('join_code')
    .set((eb) => ({ uses: eb('uses', '+', 1) }))
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', tx.now.toString())
    .whereRef('uses', '<', 'uses_max')
    .returning('id')
    .executeTakeFirst();
  return used !== undefined;
}

/** The organisation that a code opens, whether it still does or not. */
export async function unsafeFindJoinCode(
  systemPool: pg.Pool,
  mac: Buffer,
): Promise<{ id: string; tenant: Tenant } | undefined> {
  const row = await unsafeAcrossTenants(systemPool, (db) =>
    db
      .selectFrom('join_code as c')
      .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
      .select(['c.id as code', 'o.id', 'o.name', 'o.slug', 'o.time_zone as timeZone'])
      .where('c.mac', '=', mac)
      .executeTakeFirst(),
  );
  if (!row) return undefined;
  const { code, ...tenant } = row;
  return { id: code, tenant };
}
