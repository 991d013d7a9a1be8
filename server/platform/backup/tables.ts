import type pg from 'pg';

/** A table of ours as a backup sees it; names are quoted where they need it. */
export type Table = {
  name: string;
  /** Those that are not computed from others. */
  columns: string[];
  /** The primary key: rows are written in its order. */
  key: string[];
};

// The database's own: what ran on it, and where its journal was cut.
const notCarried = ['migration', 'journal_era'];

/** All tables that a backup carries, by name. */
export async function readTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT format('%I', c.relname) AS name,
       (SELECT array_agg(format('%I', attname) ORDER BY attnum) FROM pg_attribute
         WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns,
       (SELECT array_agg(format('%I', a.attname) ORDER BY k.place) FROM pg_index i
         CROSS JOIN unnest(i.indkey) WITH ORDINALITY k (attnum, place)
         JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
         WHERE i.indrelid = c.oid AND i.indisprimary) AS key
     FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
       AND NOT c.relispartition AND c.relpersistence = 'p' AND c.relname <> ALL ($1)
     ORDER BY c.relname`,
    [notCarried],
  );
  return rows;
}

// What COPY writes depends on these.
const plainText = [
  "SET LOCAL client_encoding = 'UTF8'",
  "SET LOCAL TimeZone = 'UTC'",
  "SET LOCAL DateStyle = 'ISO'",
  "SET LOCAL IntervalStyle = 'postgres'",
  "SET LOCAL bytea_output = 'hex'",
  'SET LOCAL extra_float_digits = 1',
  'SET LOCAL statement_timeout = 0',
  'SET LOCAL idle_in_transaction_session_timeout = 0',
].join('; ');

/** Makes the transaction write and read values in one form, whatever the server's settings. */
export async function setPlainText(client: pg.ClientBase): Promise<void> {
  await client.query(plainText);
}

/** Takes foreign keys, own triggers and row security off all tables; returns what puts them back. */
export async function liftGuards(client: pg.ClientBase): Promise<() => Promise<void>> {
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS table, format('%I', conname) AS name,
       pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace
       AND conparentid = 0
     ORDER BY 1, 2`,
  );
  const { rows: forced } = await client.query<{ name: string }>(
    `SELECT format('%I', relname) AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relforcerowsecurity ORDER BY 1`,
  );
  const tables = await readTables(client);
  for (const { table, name } of keys) {
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  }
  for (const { name } of forced) {
    await client.query(`ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY`);
  }
  for (const { name } of tables) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  return async () => {
    for (const { name } of tables) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
    for (const { table, name, definition } of keys) {
      await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
    }
    for (const { name } of forced) {
      await client.query(`ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`);
    }
  };
}

/** Moves every column's own sequence behind what the column holds. */
export async function moveSequences(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `SELECT c.oid::regclass::text AS table, format('%I', a.attname) AS column,
       pg_get_serial_sequence(c.oid::regclass::text, a.attname) AS sequence
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
       AND pg_get_serial_sequence(c.oid::regclass::text, a.attname) IS NOT NULL`,
  );
  for (const { table, column, sequence } of rows) {
    await client.query(
      `SELECT setval('${sequence}', max(${column})) FROM ${table} HAVING max(${column}) IS NOT NULL`,
    );
  }
}
