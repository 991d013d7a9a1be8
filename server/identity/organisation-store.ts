import { sql } from 'kysely';
import type pg from 'pg';
import { violates } from '../platform/postgres-error.ts';
import type { Read, Tenant, Tx } from '../platform/scope.ts';
import { unsafeAcrossTenants } from '../platform/transaction.ts';
import { newJoinCode } from './join-code.ts';
import { freeSlug } from './slug.ts';

/** Writes the row of `tx.tenant`, with a join code of its own. */
export async function insertOrganisation(tx: Tx): Promise<void> {
  await tx.db
    .insertInto('organisation')
    .values({
      id: tx.tenant.id,
      name: tx.tenant.name,
      slug: tx.tenant.slug,
      time_zone: tx.tenant.timeZone,
      join_code: newJoinCode(),
      created_at: tx.now.toString(),
    })
    .execute();
}

/** Whether an insert lost a race for its slug or join code and may simply run again with another. */
export function isNameTaken(error: unknown): boolean {
  return violates(error, 'organisation_slug_key') || violates(error, 'organisation_join_code_key');
}

/** The join code of the organisation. */
export async function getJoinCode(read: Read): Promise<string> {
  const row = await read.db
    .selectFrom('organisation')
    .select('join_code')
    .where('id', '=', read.tenant.id)
    .executeTakeFirstOrThrow();
  return row.join_code;
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

/** The organisation that a join code opens, if any. */
export function unsafeFindByJoinCode(
  systemPool: pg.Pool,
  joinCode: string,
): Promise<Tenant | undefined> {
  return unsafeAcrossTenants(systemPool, (db) =>
    db
      .selectFrom('organisation')
      .select(['id', 'name', 'slug', 'time_zone as timeZone'])
      .where('join_code', '=', joinCode.toUpperCase())
      .executeTakeFirst(),
  );
}
