import { type RawBuilder, sql } from 'kysely';
import type pg from 'pg';
import { unsafeAcrossTenants } from '../platform/transaction.ts';

/** A page of all organisations with counts, the newest first; `after` is the key of the one before. */
export function unsafeFindOrganisations(
  systemPool: pg.Pool,
  after: string[] | null,
  limit: RawBuilder<number>,
) {
  return unsafeAcrossTenants(systemPool, (db) =>
    db
      .selectFrom('organisation as o')
      .select(['o.id', 'o.name', 'o.slug', 'o.created_at', 'o.systems_off'])
      .select([
        sql<number>`(SELECT count(*)::int FROM person p WHERE p.organisation_id = o.id)`.as(
          'people',
        ),
        sql<number>`(SELECT count(*)::int FROM person p WHERE p.organisation_id = o.id AND p.active)`.as(
          'active_people',
        ),
        sql<
          string | null
        >`(SELECT max(s.used_at) FROM session s WHERE s.organisation_id = o.id)`.as('last_used_at'),
      ])
      .$if(after !== null, (all) =>
        all.where(
          sql<boolean>`(o.created_at, o.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`,
        ),
      )
      .orderBy('o.created_at', 'desc')
      .orderBy('o.id', 'desc')
      .limit(limit)
      .execute(),
  );
}

/** How many organisations there are. */
export function unsafeCountOrganisations(systemPool: pg.Pool): Promise<number> {
  return unsafeAcrossTenants(systemPool, async (db) => {
    const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM organisation`.execute(
      db,
    );
    return rows[0]?.n ?? 0;
  });
}

type Measures = {
  postgres_version: string;
  database_bytes: number;
  organisations: number;
  people: number;
  sessions: number;
  messages: { open: number; failed: number; oldest_due_at: string | null };
  journal_unsealed: number;
};

/** Counts of the whole instance: no name, no address, no text. */
export async function unsafeMeasure(systemPool: pg.Pool, now: Temporal.Instant): Promise<Measures> {
  const { rows } = await unsafeAcrossTenants(systemPool, (db) =>
    sql<
      Omit<Measures, 'messages'> & { open: number; failed: number; oldest_due_at: string | null }
    >`
      SELECT current_setting('server_version') AS postgres_version,
        pg_database_size(current_database())::float8 AS database_bytes,
        (SELECT count(*)::int FROM organisation) AS organisations,
        (SELECT count(*)::int FROM person WHERE active) AS people,
        (SELECT count(*)::int FROM session
          WHERE ended_at IS NULL AND expires_at > ${now.toString()}::timestamptz) AS sessions,
        (SELECT count(*)::int FROM message WHERE status IN ('queued', 'sending')) AS open,
        (SELECT count(*)::int FROM message WHERE status = 'failed') AS failed,
        (SELECT min(due_at) FROM message WHERE status IN ('queued', 'sending')) AS oldest_due_at,
        (SELECT count(*)::int FROM journal j WHERE NOT EXISTS (
          SELECT FROM journal_seal s
          WHERE s.organisation_id = j.organisation_id AND s.journal_id = j.id)) AS journal_unsealed`.execute(
      db,
    ),
  );
  const { open, failed, oldest_due_at, ...row } = rows[0] as NonNullable<(typeof rows)[0]>;
  return { ...row, messages: { open, failed, oldest_due_at } };
}
