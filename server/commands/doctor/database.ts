import type pg from 'pg';
import { ownMigrations, ranMigrations } from '../../platform/migrate.ts';
import { type Finding, finding } from './finding.ts';

type Row = Record<string, string>;

async function names(client: pg.Client, text: string): Promise<string[]> {
  return (await client.query<Row>(text)).rows.map((row) => row.name ?? '');
}

/** Version, connections, and whether its clock goes with ours. */
export async function checkDatabase(client: pg.Client): Promise<Finding[]> {
  const before = Temporal.Now.instant().epochMilliseconds;
  const { rows } = await client.query<Row>(
    `SELECT current_setting('server_version') AS version, current_database() AS name,
       current_setting('server_version_num')::integer / 10000 AS major,
       pg_size_pretty(pg_database_size(current_database())) AS size,
       (SELECT count(*) FROM pg_stat_activity) AS connections,
       current_setting('max_connections') AS most,
       to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS now`,
  );
  const after = Temporal.Now.instant().epochMilliseconds;
  const { version, major, name, size, connections, most, now } = rows[0] as Row;
  const theirs = Temporal.Instant.from(now as string).epochMilliseconds;
  const skew = Math.abs(theirs - (before + after) / 2) / 1_000;
  const apart = `${skew.toFixed(1)} s apart from the database’s`;
  return [
    finding('database', `PostgreSQL ${version}, ${name}, ${size}`, {
      fail: Number(major) < 15 && `PostgreSQL ${version}; 15 or later is needed`,
    }),
    finding('connections', `${connections} of ${most}`, {
      warn: Number(connections) > Number(most) * 0.8 && `${connections} of ${most} are taken`,
    }),
    finding('clock', apart, {
      fail: skew > 30 && `${apart}: set this machine’s clock by NTP`,
      warn: skew > 2 && apart,
    }),
  ];
}

/** Whether every migration of this program ran, and no other. */
export async function checkMigrations(client: pg.Client): Promise<Finding[]> {
  const own = await ownMigrations();
  const ran = new Map((await ranMigrations(client)).map(({ name, hash }) => [name, hash]));
  const pending = own.filter(({ name }) => !ran.has(name)).map(({ name }) => name);
  const changed = own.filter(({ name, hash }) => ran.has(name) && ran.get(name) !== hash);
  const known = new Set(own.map(({ name }) => name));
  const strange = [...ran.keys()].filter((name) => !known.has(name));
  return [
    finding('migrations', `all ${own.length} ran`, {
      fail:
        (changed.length > 0 && `${changed[0]?.name} changed after it ran`) ||
        (strange.length > 0 && `${strange.join(', ')} ran, of a newer Callboard`) ||
        (pending.length > 0 && `${pending.join(', ')} did not run: "callboard migrate"`),
    }),
  ];
}

/** Whether the program's roles can do no more than they should. */
export async function checkRoles(client: pg.Client): Promise<Finding[]> {
  const missing = await names(
    client,
    `SELECT name FROM unnest(ARRAY['callboard_app', 'callboard_system', 'callboard_backup']) name
     WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name AND pg_has_role(current_user, oid, 'MEMBER'))`,
  );
  const mighty = await names(
    client,
    `SELECT rolname AS name FROM pg_roles WHERE rolname LIKE 'callboard\\_%'
       AND rolname IN ('callboard_app', 'callboard_system', 'callboard_backup')
       AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)`,
  );
  return [
    finding('roles', 'the program’s roles pass no row security', {
      fail:
        (missing.length > 0 && `${missing.join(', ')} missing or not ours: "callboard migrate"`) ||
        (mighty.length > 0 && `${mighty.join(', ')} can do more than it should`),
    }),
  ];
}

/** Whether every table of an organisation is walled off, and can be backed up. */
export async function checkRowSecurity(client: pg.Client): Promise<Finding[]> {
  const ofTenants = `FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organisation_id' AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')`;
  const policy = (role: string) => `EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid
    AND p.polroles @> ARRAY[(SELECT oid FROM pg_roles WHERE rolname = '${role}')])`;
  const all = await names(client, `SELECT c.relname AS name ${ofTenants}`);
  const open = await names(
    client,
    `SELECT c.relname AS name ${ofTenants}
       AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND ${policy('callboard_app')})`,
  );
  const unread = await names(
    client,
    `SELECT c.relname AS name ${ofTenants} AND NOT (${policy('callboard_backup')}
       AND has_table_privilege('callboard_backup', c.oid, 'SELECT'))`,
  );
  return [
    finding('row security', `on all ${all.length} tables of organisations`, {
      fail:
        (open.length > 0 && `not on ${open.join(', ')}`) ||
        (unread.length > 0 && `a backup would miss ${unread.join(', ')}`),
    }),
  ];
}
