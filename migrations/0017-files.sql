-- Files that people sent. The bytes lie in the store (a folder, or a bucket) under organisation and id; the name
-- is for people only. `blocks` are the hashes of 256 kB each, held against what is read.
CREATE TABLE file (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  -- What it belongs to, and who may see it therefore.
  subject_kind text NOT NULL,
  subject_id uuid NOT NULL,
  -- Who sent it; null: someone without a log-in.
  person_id uuid,
  kind text NOT NULL CHECK (kind IN ('audio', 'image', 'document')),
  file_name text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 200),
  media_type text NOT NULL,
  bytes integer NOT NULL CHECK (bytes > 0),
  sha256 bytea NOT NULL CHECK (length(sha256) = 32),
  blocks bytea NOT NULL CHECK (length(blocks) = 32 * ((bytes + 262143) / 262144)),
  state text NOT NULL CHECK (state IN ('ready', 'pending', 'quarantined', 'lost', 'damaged', 'removing')),
  -- What the virus scanner found.
  threat text CHECK (threat IS NOT NULL OR state <> 'quarantined'),
  created_at timestamptz NOT NULL,
  state_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
);
CREATE INDEX file_subject ON file (organisation_id, subject_kind, subject_id) WHERE state <> 'removing';
CREATE INDEX file_person ON file (organisation_id, person_id) WHERE person_id IS NOT NULL;
CREATE INDEX file_waiting ON file (state, state_at) WHERE state IN ('pending', 'removing');
SELECT protect('file', 'SELECT, INSERT, UPDATE, DELETE');
-- The sweeps look across organisations for what waits, and hold the store against the rows.
CREATE POLICY system ON file FOR SELECT TO callboard_system USING (true);
GRANT SELECT ON file TO callboard_system;

-- How much is stored: of the organisation (its own id) and of each person, counted in the transaction that saves or drops.
CREATE TABLE file_usage (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  owner_id uuid NOT NULL,
  bytes bigint NOT NULL CHECK (bytes >= 0),
  PRIMARY KEY (organisation_id, owner_id)
);
SELECT protect('file_usage', 'SELECT, INSERT, UPDATE');

ALTER TABLE person
  ADD COLUMN photo_id uuid,
  ADD CONSTRAINT person_photo FOREIGN KEY (organisation_id, photo_id) REFERENCES file (organisation_id, id);
CREATE INDEX person_photo ON person (organisation_id, photo_id) WHERE photo_id IS NOT NULL;
