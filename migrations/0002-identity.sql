-- An account is one log-in, whatever organisations it belongs to; a person is the entry of
-- one organisation's directory. Accounts and their one-time tokens belong to no tenant.
CREATE TABLE account (
  id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE CHECK (email = lower(email)),
  password_hash text,
  email_verified_at timestamptz,
  created_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON account TO callboard_app;
GRANT SELECT ON account TO callboard_system;

CREATE TABLE person (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  account_id uuid REFERENCES account (id),
  email text NOT NULL CHECK (email = lower(email)),
  username text,
  first_name text NOT NULL,
  last_name text NOT NULL,
  full_name text GENERATED ALWAYS AS (first_name || CASE WHEN last_name = '' THEN '' ELSE ' ' || last_name END) STORED,
  phone_number text,
  role text NOT NULL CHECK (role IN ('owner', 'admin', 'manager', 'member')),
  active boolean NOT NULL DEFAULT true,
  weekly_limit_minutes integer NOT NULL DEFAULT 2400 CHECK (weekly_limit_minutes BETWEEN 60 AND 10080),
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, account_id),
  UNIQUE (organisation_id, email)
);
CREATE INDEX person_account ON person (account_id);
CREATE INDEX person_name ON person (organisation_id, full_name, id);
SELECT protect('person', 'SELECT, INSERT, UPDATE');
CREATE POLICY system ON person FOR SELECT TO callboard_system USING (true);
GRANT SELECT ON person TO callboard_system;

-- A session is one log-in on one device; its refresh tokens are one family.
CREATE TABLE session (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES account (id),
  user_agent text NOT NULL,
  address text NOT NULL,
  created_at timestamptz NOT NULL,
  used_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  end_reason text,
  CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
);
CREATE INDEX session_account ON session (account_id) WHERE ended_at IS NULL;
SELECT protect('session', 'SELECT, INSERT, UPDATE');
CREATE POLICY system ON session TO callboard_system USING (true);
GRANT SELECT, UPDATE ON session TO callboard_system;

CREATE TABLE refresh_token (
  organisation_id uuid NOT NULL,
  hash bytea NOT NULL CHECK (length(hash) = 32),
  session_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  spent_at timestamptz,
  successor bytea,
  PRIMARY KEY (organisation_id, hash),
  FOREIGN KEY (organisation_id, session_id) REFERENCES session (organisation_id, id)
);
SELECT protect('refresh_token', 'SELECT, INSERT, UPDATE');

-- The token in the mail is derived from this row's id by the program's key: nothing here logs anyone in.
CREATE TABLE one_time_token (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  purpose text NOT NULL CHECK (purpose IN ('verify-email', 'reset-password')),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX one_time_token_account ON one_time_token (account_id, purpose) WHERE used_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON one_time_token TO callboard_app;
