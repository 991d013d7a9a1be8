-- A person's second factor (RFC 6238): the secret is sealed with the program's key. Until a code of it
-- was given back it is not asked for. `last_step` keeps a code from being used twice.
CREATE TABLE second_factor (
  account_id uuid PRIMARY KEY REFERENCES account (id),
  sealed_secret bytea NOT NULL,
  last_step bigint NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  confirmed_at timestamptz
);
GRANT SELECT, INSERT, UPDATE, DELETE ON second_factor TO callboard_app;

-- Codes for the day the telephone is gone, each good once; kept is a MAC by the program's key.
CREATE TABLE recovery_code (
  account_id uuid NOT NULL REFERENCES account (id),
  mac bytea NOT NULL CHECK (length(mac) = 24),
  used_at timestamptz,
  PRIMARY KEY (account_id, mac)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON recovery_code TO callboard_app;

-- A key that lets a program act as a person, with less than the person may. Only its hash is kept.
CREATE TABLE api_key (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  hint text NOT NULL,
  hash bytea NOT NULL CHECK (length(hash) = 32),
  scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
  used_at timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, hash),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
);
CREATE INDEX api_key_person ON api_key (organisation_id, person_id, created_at);
SELECT protect('api_key', 'SELECT, INSERT, UPDATE');
