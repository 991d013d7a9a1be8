-- Where someone stands: in the directory, invited and not in yet, or no longer invited. Whoever is not in is
-- not active either. Zone and language: what the person reads times and letters in, null: the organisation's.
ALTER TABLE person
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN standing text NOT NULL DEFAULT 'in' CHECK (standing IN ('in', 'invited', 'withdrawn')),
  ADD COLUMN time_zone text,
  ADD COLUMN language text,
  ADD COLUMN phone_verified_at timestamptz,
  ADD COLUMN daily_limit_minutes integer CHECK (daily_limit_minutes BETWEEN 60 AND 1440),
  ADD COLUMN rest_minutes_min integer CHECK (rest_minutes_min BETWEEN 0 AND 2880),
  ADD CONSTRAINT person_active_is_in CHECK (standing = 'in' OR NOT active);

-- One letter that lets one address in, once. The token in it is derived from the id by the program's key.
-- Sent again is another row: the older link is dead. The role is the person's, so no link can raise it.
CREATE TABLE invitation (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  email text NOT NULL CHECK (email = lower(email)),
  invited_by uuid,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  outcome text CHECK (outcome IN ('accepted', 'revoked', 'replaced')),
  CHECK ((ended_at IS NULL) = (outcome IS NULL)),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id),
  FOREIGN KEY (organisation_id, invited_by) REFERENCES person (organisation_id, id)
);
CREATE UNIQUE INDEX invitation_one_open ON invitation (organisation_id, person_id) WHERE outcome IS NULL;
CREATE INDEX invitation_id ON invitation (id);
SELECT protect('invitation', 'SELECT, INSERT, UPDATE');
-- Whoever opens the link has no organisation yet.
CREATE POLICY system ON invitation FOR SELECT TO callboard_system USING (true);
GRANT SELECT ON invitation TO callboard_system;

-- A code lets whoever has it in as a member: so many times, until a moment, or until it is revoked. It is derived
-- from the id by the program's key; kept is a MAC of it, which opens nothing without that key.
CREATE TABLE join_code (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  mac bytea NOT NULL CHECK (length(mac) = 24),
  made_by uuid,
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  uses_max integer NOT NULL CHECK (uses_max BETWEEN 1 AND 1000),
  uses integer NOT NULL DEFAULT 0,
  revoked_at timestamptz,
  CHECK (uses BETWEEN 0 AND uses_max),
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, mac),
  FOREIGN KEY (organisation_id, made_by) REFERENCES person (organisation_id, id)
);
CREATE INDEX join_code_mac ON join_code (mac);
SELECT protect('join_code', 'SELECT, INSERT, UPDATE');
CREATE POLICY system ON join_code FOR SELECT TO callboard_system USING (true);
GRANT SELECT ON join_code TO callboard_system;

-- When someone is away. It is committed on the timeline in parts, since no commitment is longer than 192 hours;
-- each part is a source of its own. Taken back: the row stays, the commitments go.
CREATE TABLE absence (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  local_start timestamp NOT NULL,
  local_end timestamp NOT NULL,
  zone text NOT NULL,
  tz_version text NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  reason text NOT NULL DEFAULT '',
  parts uuid[] NOT NULL CHECK (cardinality(parts) BETWEEN 1 AND 60),
  entered_by uuid,
  created_at timestamptz NOT NULL,
  cancelled_at timestamptz,
  cancelled_by uuid,
  CHECK (ends_at > starts_at AND isfinite(starts_at) AND isfinite(ends_at)),
  CHECK (cancelled_by IS NULL OR cancelled_at IS NOT NULL),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id),
  FOREIGN KEY (organisation_id, entered_by) REFERENCES person (organisation_id, id),
  FOREIGN KEY (organisation_id, cancelled_by) REFERENCES person (organisation_id, id)
);
CREATE INDEX absence_person ON absence (organisation_id, person_id, ends_at);
CREATE INDEX absence_end ON absence (organisation_id, ends_at, id);
SELECT protect('absence', 'SELECT, INSERT, UPDATE');

-- When in a usual week someone can be on, or cannot, by the clocks of `zone`. Nothing said is nothing known.
CREATE TABLE availability (
  organisation_id uuid NOT NULL,
  person_id uuid NOT NULL,
  weekday integer NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  start_minute integer NOT NULL CHECK (start_minute BETWEEN 0 AND 1439),
  end_minute integer NOT NULL CHECK (end_minute BETWEEN 1 AND 1440),
  available boolean NOT NULL,
  zone text NOT NULL,
  CHECK (end_minute > start_minute),
  PRIMARY KEY (organisation_id, person_id, weekday, start_minute),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id),
  CONSTRAINT availability_said_once EXCLUDE USING gist
    (organisation_id WITH =, person_id WITH =, weekday WITH =, int4range(start_minute, end_minute) WITH &&)
);
SELECT protect('availability', 'SELECT, INSERT, DELETE');

-- An account's new address, until it is confirmed from there. The token is derived from the id.
CREATE TABLE email_change (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  email text NOT NULL CHECK (email = lower(email)),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX email_change_account ON email_change (account_id) WHERE used_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON email_change TO callboard_app;

-- A person's new number, until the code that was sent to it comes back: ten minutes, five tries, once.
CREATE TABLE phone_change (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  phone_number text NOT NULL,
  tries integer NOT NULL DEFAULT 0 CHECK (tries BETWEEN 0 AND 5),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  CHECK (expires_at <= created_at + interval '10 minutes'),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
);
CREATE UNIQUE INDEX phone_change_one_open ON phone_change (organisation_id, person_id) WHERE ended_at IS NULL;
SELECT protect('phone_change', 'SELECT, INSERT, UPDATE');
