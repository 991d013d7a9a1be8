import { sql } from 'kysely';
import type { Tx } from './scope.ts';
import type { Tables } from './tables.ts';

/**
 * Writes rows of one table in one statement, whose text does not depend on how many there are: it is
 * planned once. Columns are those of the first row, the same in all.
 */
export async function insertAll<T extends keyof Tables & string>(
  tx: Tx,
  table: T,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns}
    from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx.db,
  );
}
