-- What an organisation can set; what is switched off is stored, so a system that comes later is on.
ALTER TABLE organisation
  ADD COLUMN week_start smallint NOT NULL DEFAULT 1 CHECK (week_start BETWEEN 1 AND 7),
  ADD COLUMN second_calendar text NOT NULL DEFAULT 'none' CHECK (second_calendar IN ('none', 'hijri')),
  ADD COLUMN systems_off text[] NOT NULL DEFAULT '{}'
    CHECK (systems_off <@ ARRAY['rota', 'crew', 'duty', 'tasks', 'chat', 'booking']),
  ADD COLUMN version integer NOT NULL DEFAULT 1;

-- Roles that an owner made, from the same permissions as the built-in ones.
CREATE TABLE role (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  permissions text[] NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id)
);
CREATE UNIQUE INDEX role_one_of_a_name ON role (organisation_id, lower(name));
SELECT protect('role', 'SELECT, INSERT, UPDATE, DELETE');
CREATE POLICY system ON role FOR SELECT TO callboard_system USING (true);
GRANT SELECT ON role TO callboard_system;

-- person.role is the name of a built-in role or the id of an own one of the same organisation;
-- own_role_id makes the database hold the latter, and an own role that people have can't be deleted.
ALTER TABLE person DROP CONSTRAINT person_role_check;
ALTER TABLE person ADD COLUMN own_role_id uuid GENERATED ALWAYS AS (
  CASE WHEN role IN ('owner', 'admin', 'manager', 'steward', 'sales', 'operations', 'marketing', 'accounts', 'member')
    THEN NULL ELSE role::uuid END) STORED;
ALTER TABLE person ADD CONSTRAINT person_own_role
  FOREIGN KEY (organisation_id, own_role_id) REFERENCES role (organisation_id, id);
CREATE INDEX person_own_role ON person (organisation_id, own_role_id) WHERE own_role_id IS NOT NULL;
CREATE INDEX person_owner ON person (organisation_id) WHERE role = 'owner' AND active;

-- An organisation keeps an active owner. The lock makes owners go one at a time: two who let each
-- other go at once would both still see the other.
CREATE FUNCTION keep_an_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM organisation WHERE id = OLD.organisation_id FOR NO KEY UPDATE;
  IF NOT EXISTS (
    SELECT FROM person WHERE organisation_id = OLD.organisation_id AND role = 'owner' AND active
  ) THEN
    RAISE EXCEPTION 'an organisation keeps an owner'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'person_last_owner', TABLE = 'person';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER person_last_owner AFTER UPDATE ON person FOR EACH ROW
  WHEN (OLD.role = 'owner' AND OLD.active AND NOT (NEW.role = 'owner' AND NEW.active))
  EXECUTE FUNCTION keep_an_owner();

-- Sees the health of the instance and its organisations, not their contents.
ALTER TABLE account ADD COLUMN operator boolean NOT NULL DEFAULT false;
