-- Tenancy. The program connects as callboard_app (or callboard_system), never as the owner;
-- both roles are made by migrate.ts, because roles belong to the cluster, not to the database.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE FUNCTION tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('callboard.organisation', true), '')::uuid;

-- Row-level security for a table that starts with organisation_id: without a tenant set, nothing is seen.
CREATE FUNCTION protect(protected regclass, rights text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', protected);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', protected);
  EXECUTE format('CREATE POLICY tenant ON %s TO callboard_app
    USING (organisation_id = tenant()) WITH CHECK (organisation_id = tenant())', protected);
  EXECUTE format('GRANT %s ON %s TO callboard_app', rights, protected);
END $$;

CREATE TABLE organisation (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  slug text NOT NULL UNIQUE,
  time_zone text NOT NULL,
  locale text NOT NULL DEFAULT 'en',
  join_code text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL
);
ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisation FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON organisation TO callboard_app USING (id = tenant()) WITH CHECK (id = tenant());
CREATE POLICY system ON organisation FOR SELECT TO callboard_system USING (true);
GRANT SELECT, INSERT, UPDATE ON organisation TO callboard_app;
GRANT SELECT ON organisation TO callboard_system;

-- The journal: append-only. No role of the program may UPDATE, DELETE or TRUNCATE it.
-- (xid, seq) orders a reader's cursor: rows of transactions still open lie behind the xid horizon.
CREATE TABLE journal (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  seq bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL,
  event text NOT NULL,
  actor_id uuid,
  subject_kind text NOT NULL,
  subject_id uuid NOT NULL,
  data jsonb NOT NULL,
  cause_id uuid,
  request_id text,
  PRIMARY KEY (organisation_id, id)
);
CREATE INDEX journal_cursor ON journal (xid, seq);
CREATE INDEX journal_tenant_cursor ON journal (organisation_id, xid, seq);
CREATE INDEX journal_subject ON journal (organisation_id, subject_id, xid, seq);
SELECT protect('journal', 'SELECT, INSERT');
CREATE POLICY system ON journal FOR SELECT TO callboard_system USING (true);
GRANT SELECT ON journal TO callboard_system;

-- The hash chain over the journal, one per organisation, written by the sealer in batches.
CREATE TABLE journal_seal (
  organisation_id uuid NOT NULL,
  number bigint NOT NULL,
  journal_id uuid NOT NULL,
  hash bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (organisation_id, number),
  UNIQUE (organisation_id, journal_id)
);
SELECT protect('journal_seal', 'SELECT');
CREATE POLICY system ON journal_seal TO callboard_system USING (true);
GRANT SELECT, INSERT ON journal_seal TO callboard_system;

-- Where the sealer stands; its row lock makes it one sealer, however many nodes run.
CREATE TABLE journal_sealer (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  xid xid8 NOT NULL,
  seq bigint NOT NULL
);
INSERT INTO journal_sealer (xid, seq) VALUES ('0', 0);
GRANT SELECT, UPDATE ON journal_sealer TO callboard_system;

-- The answer to a POST with an Idempotency-Key, written in the transaction of its effect.
CREATE TABLE idempotency (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  person_id uuid NOT NULL,
  route text NOT NULL,
  key text NOT NULL,
  request_hash bytea NOT NULL,
  answer jsonb,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, person_id, route, key)
);
CREATE INDEX idempotency_age ON idempotency (organisation_id, created_at);
SELECT protect('idempotency', 'SELECT, INSERT, UPDATE, DELETE');
CREATE POLICY system ON idempotency TO callboard_system USING (true);
GRANT SELECT, DELETE ON idempotency TO callboard_system;
