import type pg from 'pg';

/** So far above the last id that cursors handed out after the backup lie below the new era. */
const gap = 2n ** 32n;

/** Places in the journal whose entries are no more, because a backup from before them was restored. */
export type Lost = { lostFrom: bigint; began: bigint };

/**
 * Begins an era: entries written from now on get ids above all that the journal holds or held
 * (`lostFrom` and what came after it until the backup was restored). In `client`'s transaction, as
 * the owner.
 */
export async function beginEra(client: pg.ClientBase, lostFrom: bigint): Promise<void> {
  const { rows } = await client.query<{ now: string }>('SELECT pg_current_xact_id()::text AS now');
  const now = rows[0]?.now ?? '0';
  const top = await highestId(client);
  const highest = [top, lostFrom, BigInt(now)].reduce((a, b) => (a > b ? a : b));
  const began = highest + gap;
  await client.query(
    `CREATE OR REPLACE FUNCTION journal_shift() RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
     RETURN ${began - BigInt(now)}::bigint`,
  );
  await client.query(
    `INSERT INTO journal_era (began, lost_from, restored_at)
     VALUES ('${began}', '${lostFrom}', date_trunc('milliseconds', now()))`,
  );
}

/**
 * Begins an era if the journal holds ids that this cluster has not come to yet: the database was
 * carried here by other means than our backup.
 */
export async function alignEra(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ next: string }>('SELECT journal_xid()::text AS next');
  const top = await highestId(client);
  if (top <= BigInt(rows[0]?.next ?? 0)) return false;
  await client.query('BEGIN');
  await beginEra(client, top + 1n);
  await client.query('COMMIT');
  return true;
}

// An owner that is no superuser sees no row of its own tables.
async function highestId(client: pg.ClientBase): Promise<bigint> {
  await client.query('SET ROLE callboard_system');
  const { rows } = await client.query<{ top: string }>(
    `SELECT greatest((SELECT max(xid) FROM journal), (SELECT max(began) FROM journal_era), '0')::text AS top`,
  );
  await client.query('RESET ROLE');
  return BigInt(rows[0]?.top ?? 0);
}

/** Every era's lost places. */
export async function findLost(pool: pg.Pool): Promise<Lost[]> {
  const { rows } = await pool.query<{ lost_from: string; began: string }>(
    'SELECT lost_from::text, began::text FROM journal_era',
  );
  return rows.map((row) => ({ lostFrom: BigInt(row.lost_from), began: BigInt(row.began) }));
}
