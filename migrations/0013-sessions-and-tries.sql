-- When the person of a session last proved who they are: at log-in, and by the password again.
-- Sessions from before have to prove it anew.
ALTER TABLE session ADD COLUMN confirmed_at timestamptz NOT NULL DEFAULT 'epoch';
ALTER TABLE session ALTER COLUMN confirmed_at DROP DEFAULT;
CREATE INDEX session_person ON session (organisation_id, person_id) WHERE ended_at IS NULL;

-- Tries that failed, or are under way, by whatever is guarded (an account, an address); the key is
-- a hash. It belongs to no tenant, and a crash may forget it: then people can try again.
CREATE UNLOGGED TABLE throttle (
  key bytea PRIMARY KEY CHECK (length(key) = 32),
  tries integer NOT NULL CHECK (tries >= 0),
  until timestamptz NOT NULL
);
CREATE INDEX throttle_until ON throttle (until);
GRANT SELECT, INSERT, UPDATE, DELETE ON throttle TO callboard_app;
