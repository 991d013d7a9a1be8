import { sql } from 'kysely';
import type pg from 'pg';
import { violates } from '../platform/postgres-error.ts';
import type { Tx } from '../platform/scope.ts';
import { unsafeAcrossTenants } from '../platform/transaction.ts';
import { freeSlug } from './slug.ts';

/** Writes the row of `tx.tenant`. */
export async function insertOrganisation(tx: Tx): Promise<void> {
  await tx.db
    .insertInto('organisation')
    .values({
      id: tx.tenant.id,
      name: tx.tenant.name,
      slug: tx.tenant.slug,
      time_zone: tx.tenant.timeZone,
      created_at: tx.now.toString(),
    })
    .execute();
}

/** Whether an insert lost a race for its slug and may simply run again with another. */
export function isNameTaken(error: unknown): boolean {
  return violates(error, 'organisation_slug_key');
}

/** Makes first registrations wait for each other, on every node, until their transactions end. */
export async function lockFoundings(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('callboard: first organisation'))`.execute(tx.db);
}

/** Whether there is no organisation at all yet. */
export function unsafeIsEmpty(systemPool: pg.Pool): Promise<boolean> {
  return unsafeAcrossTenants(systemPool, async (db) => {
    const any = await db.selectFrom('organisation').select('id').limit(1).executeTakeFirst();
    return any === undefined;
  });
}

/** `slug`, numbered when other organisations have it. */
export function unsafeFreeSlug(systemPool: pg.Pool, slug: string): Promise<string> {
  return unsafeAcrossTenants(systemPool, async (db) => {
    const rows = await db
      .selectFrom('organisation')
      .select('slug')
      .where((eb) => eb.or([eb('slug', '=', slug), eb('slug', 'like', `${slug}-%`)]))
      .execute();
    return freeSlug(slug, new Set(rows.map((row) => row.slug)));
  });
}
