-- Whatever must reach a person: one row per event, person and channel, written with what caused it.
CREATE TABLE message (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  journal_id uuid NOT NULL,
  person_id uuid NOT NULL,
  channel text NOT NULL CHECK (channel IN ('email')),
  address text NOT NULL,
  template text NOT NULL,
  data jsonb NOT NULL,
  status text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'sending', 'sent', 'failed')),
  attempts integer NOT NULL DEFAULT 0,
  due_at timestamptz NOT NULL,
  lease uuid,
  leased_until timestamptz,
  created_at timestamptz NOT NULL,
  sent_at timestamptz,
  provider_id text,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, journal_id, person_id, channel),
  FOREIGN KEY (organisation_id, journal_id) REFERENCES journal (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
);
CREATE INDEX message_open ON message (due_at) WHERE status IN ('queued', 'sending');
CREATE INDEX message_newest ON message (organisation_id, created_at DESC, id DESC);
SELECT protect('message', 'SELECT, INSERT, UPDATE');
CREATE POLICY system ON message FOR SELECT TO callboard_system USING (true);
GRANT SELECT ON message TO callboard_system;

-- Each attempt: its row is written before the provider is called, its outcome after.
CREATE TABLE attempt (
  organisation_id uuid NOT NULL,
  message_id uuid NOT NULL,
  number integer NOT NULL,
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  outcome text CHECK (outcome IN ('sent', 'failed', 'unknown')),
  detail text,
  PRIMARY KEY (organisation_id, message_id, number),
  FOREIGN KEY (organisation_id, message_id) REFERENCES message (organisation_id, id)
);
SELECT protect('attempt', 'SELECT, INSERT, UPDATE');
CREATE POLICY system ON attempt FOR SELECT TO callboard_system USING (true);
GRANT SELECT ON attempt TO callboard_system;
