-- Who makes a backup reads every row of every organisation, and writes none. The role is made by migrate.ts.
DO $$
DECLARE name text;
BEGIN
  FOR name IN SELECT format('%I', relname) FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
  LOOP
    EXECUTE format('GRANT SELECT ON %s TO callboard_backup', name);
  END LOOP;
  FOR name IN SELECT format('%I', relname) FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relrowsecurity
  LOOP
    EXECUTE format('CREATE POLICY backup ON %s FOR SELECT TO callboard_backup USING (true)', name);
  END LOOP;
END $$;

-- As before, and readable for backups.
CREATE OR REPLACE FUNCTION protect(protected regclass, rights text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', protected);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', protected);
  EXECUTE format('CREATE POLICY tenant ON %s TO callboard_app
    USING (organisation_id = tenant()) WITH CHECK (organisation_id = tenant())', protected);
  EXECUTE format('GRANT %s ON %s TO callboard_app', rights, protected);
  EXECUTE format('CREATE POLICY backup ON %s FOR SELECT TO callboard_backup USING (true)', protected);
  EXECUTE format('GRANT SELECT ON %s TO callboard_backup', protected);
END $$;

-- Transaction ids begin again in another cluster, and the journal is read in their order. This constant
-- lifts the ids of this cluster above all that the journal holds; journal-era.ts replaces the function.
CREATE FUNCTION journal_shift() RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN 0::bigint;
-- The id that this transaction's entries get.
CREATE FUNCTION journal_xid() RETURNS xid8 LANGUAGE sql STABLE
  RETURN (pg_current_xact_id()::text::bigint + journal_shift())::text::xid8;
-- Entries below it can't be preceded any more.
CREATE FUNCTION journal_horizon() RETURNS xid8 LANGUAGE sql STABLE
  RETURN (pg_snapshot_xmin(pg_current_snapshot())::text::bigint + journal_shift())::text::xid8;
ALTER TABLE journal ALTER COLUMN xid SET DEFAULT journal_xid();

-- A restore begins an era: places from `lost_from` up to `began` are of entries that are no more.
CREATE TABLE journal_era (
  began xid8 PRIMARY KEY,
  lost_from xid8 NOT NULL CHECK (lost_from <= began),
  restored_at timestamptz NOT NULL
);
GRANT SELECT ON journal_era TO callboard_system;

-- What prune deletes: nothing of record.
CREATE POLICY system ON refresh_token TO callboard_system USING (true);
GRANT SELECT, DELETE ON refresh_token TO callboard_system;
GRANT SELECT, DELETE ON one_time_token TO callboard_system;
CREATE POLICY system ON gap_notice TO callboard_system USING (true);
GRANT SELECT, DELETE ON gap_notice TO callboard_system;
