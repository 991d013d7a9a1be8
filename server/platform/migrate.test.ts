import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { migrate } from './migrate.ts';

/** Tables that belong to no organisation, each with its reason. */
const withoutTenant: Record<string, string> = {
  account: 'one log-in, whatever organisations it belongs to',
  one_time_token: "an account's, not an organisation's",
  email_change: "an account's, not an organisation's",
  second_factor: "an account's, not an organisation's",
  recovery_code: "an account's, not an organisation's",
  throttle: 'guards accounts and addresses, whatever organisation they are of',
  callback: 'what providers told, as it came: they know no organisations',
  opt_out: "a number's: all organisations send from the same",
  provider_pause: "a provider's: all organisations share it",
  journal_era: "the database's own: what a restore cut off",
  journal_sealer: 'one row: where the sealer of all chains stands',
  migration: "the database's own history",
  organisation: 'is the tenant: its id stands for organisation_id',
};

let world: World;
let app: pg.Client;
let harbour: string;
let foyle: string;
beforeAll(async () => {
  world = await openWorld();
  const of = async (person: string) =>
    (await world.sql('SELECT organisation_id FROM person WHERE id = $1', [person]))[0]
      ?.organisation_id as string;
  [harbour, foyle] = [await of(world.ids.ben), await of(world.ids.fay)];
  app = new pg.Client({ connectionString: world.databaseUrl });
  await app.connect();
  await app.query('SET ROLE callboard_app');
});
afterAll(() => app.end());

const names = async (text: string) =>
  (await world.sql<{ name: string }>(text)).map(({ name }) => name);
const tenantTables = () =>
  names(`SELECT c.relname AS name FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organisation_id'
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`);

describe('migrations', () => {
  test('run once; started twice at once on an empty database, too', async () => {
    const server = inject('databaseUrl');
    const name = `callboard_test_${randomBytes(6).toString('hex')}`;
    const owner = new pg.Client({ connectionString: server });
    await owner.connect();
    await owner.query(`CREATE DATABASE ${name}`);
    const url = new URL(server);
    url.pathname = `/${name}`;
    try {
      const [one, two] = await Promise.all([migrate(url.href), migrate(url.href)]);
      expect([...one, ...two].length).toBeGreaterThanOrEqual(5);
      expect(Math.min(one.length, two.length)).toBe(0);
      expect(await migrate(url.href)).toEqual([]);
    } finally {
      await owner.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await owner.end();
    }
  });

  test('one that changed after it ran is refused by its name', async () => {
    await world.sql(`UPDATE migration SET hash = 'x' || hash WHERE name = '0003-timeline.sql'`);
    await expect(migrate(world.databaseUrl)).rejects.toThrow(
      'Migration 0003-timeline.sql changed after it ran.',
    );
    await world.sql(`UPDATE migration SET hash = substr(hash, 2) WHERE name = '0003-timeline.sql'`);
    expect(await migrate(world.databaseUrl)).toEqual([]);
  });
});

describe('every table of an organisation', () => {
  test('is known: the others are listed with their reason', async () => {
    const all = await names(`SELECT relname AS name FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY 1`);
    const others = all.filter((name) => !(name in withoutTenant));
    expect(others).toEqual(await tenantTables());
    expect(others.length).toBeGreaterThan(10);
  });

  test('has row security, enabled and forced', async () => {
    const offenders = await names(`SELECT c.relname AS name FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organisation_id'
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
        AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`);
    expect(offenders).toEqual([]);
  });

  test('lets the program see its own organisation only', async () => {
    const offenders = await names(`SELECT c.relname || '.' || p.polname AS name FROM pg_policy p
      JOIN pg_class c ON c.oid = p.polrelid
      WHERE c.relname <> 'organisation' AND p.polroles @> ARRAY[(SELECT oid FROM pg_roles WHERE rolname = 'callboard_app')]
        AND (pg_get_expr(p.polqual, p.polrelid) <> '(organisation_id = tenant())'
          OR pg_get_expr(p.polwithcheck, p.polrelid) IS DISTINCT FROM '(organisation_id = tenant())')`);
    expect(offenders).toEqual([]);
    const forEveryone = await names(
      `SELECT c.relname AS name FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid WHERE p.polroles @> '{0}'`,
    );
    expect(forEveryone).toEqual([]);
  });

  test('has organisation_id first in every key, unique index and exclusion', async () => {
    const offenders = await names(`SELECT i.indexrelid::regclass::text AS name FROM pg_index i
      JOIN pg_class c ON c.oid = i.indrelid
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organisation_id'
      WHERE c.relnamespace = 'public'::regnamespace AND (i.indisunique OR i.indisexclusion)
        AND i.indkey[0] <> a.attnum`);
    // The code of a public link is an address of the whole instance, as an organisation's slug is.
    expect(offenders).toEqual(['signup_link_code']);
  });

  test('refers to others of its organisation only', async () => {
    const offenders = await names(`SELECT con.conname AS name FROM pg_constraint con
      JOIN pg_attribute theirs ON theirs.attrelid = con.confrelid AND theirs.attname = 'organisation_id'
      JOIN pg_attribute ours ON ours.attrelid = con.conrelid AND ours.attname = 'organisation_id'
      WHERE con.contype = 'f' AND NOT (con.conkey[1] = ours.attnum AND con.confkey[1] = theirs.attnum)`);
    expect(offenders).toEqual([]);
  });
});

describe('the program’s roles', () => {
  test.each(['callboard_app', 'callboard_system', 'callboard_backup'])(
    '%s owns nothing, makes nothing, passes no row security',
    async (role) => {
      const [rights] = await world.sql(
        `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin,
           has_schema_privilege(rolname, 'public', 'CREATE') AS makes,
           has_database_privilege(rolname, current_database(), 'CREATE') AS makes_schemas,
           (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owns
         FROM pg_roles r WHERE rolname = $1`,
        [role],
      );
      expect(rights).toEqual({
        ...{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false },
        ...{ rolcanlogin: false, makes: false, makes_schemas: false, owns: 0 },
      });
    },
  );

  test('without an organisation set, every table is empty', async () => {
    const filled: string[] = [];
    for (const table of ['organisation', ...(await tenantTables())]) {
      await app.query('RESET callboard.organisation');
      expect((await app.query(`SELECT FROM ${table}`)).rowCount, table).toBe(0);
      await app.query(`SET callboard.organisation = ''`);
      expect((await app.query(`SELECT FROM ${table}`)).rowCount, table).toBe(0);
      if ((await world.sql(`SELECT FROM ${table} LIMIT 1`)).length > 0) filled.push(table);
    }
    expect(filled).toEqual(expect.arrayContaining(['organisation', 'person', 'journal']));
  });

  test('with one set, only its rows are there', async () => {
    await app.query(`SET callboard.organisation = '${harbour}'`);
    for (const table of await tenantTables()) {
      const { rows } = await app.query(`SELECT DISTINCT organisation_id AS id FROM ${table}`);
      for (const { id } of rows) expect(id, table).toBe(harbour);
    }
    const { rows } = await app.query('SELECT id FROM organisation');
    expect(rows).toEqual([{ id: harbour }]);
  });

  test('a row for another organisation can’t be written, wherever rows can', async () => {
    const writable = await names(`SELECT c.relname AS name FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organisation_id'
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
        AND has_table_privilege('callboard_app', c.oid, 'INSERT') ORDER BY 1`);
    expect(writable).toContain('shift');
    await app.query(`SET callboard.organisation = '${harbour}'`);
    for (const table of writable) {
      const insert = (id: string) =>
        app.query(`INSERT INTO ${table} (organisation_id) VALUES ('${id}')`);
      await expect(insert(foyle), table).rejects.toMatchObject({ code: '42501' });
      await expect(insert(harbour), table).rejects.toMatchObject({ code: '23502' });
    }
  });

  test('no row moves to another organisation', async () => {
    await app.query(`SET callboard.organisation = '${harbour}'`);
    const move = app.query(`UPDATE person SET organisation_id = '${foyle}'`);
    await expect(move).rejects.toMatchObject({ code: '42501' });
    const { rowCount } = await app.query(`UPDATE person SET username = 'x' WHERE id = $1`, [
      world.ids.fay,
    ]);
    expect(rowCount).toBe(0);
  });
});
