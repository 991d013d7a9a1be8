-- When and how an organisation reminds of duties; without a row, as usual.
CREATE TABLE reminder_settings (
  organisation_id uuid PRIMARY KEY REFERENCES organisation (id),
  day_offset integer NOT NULL DEFAULT 1 CHECK (day_offset BETWEEN 0 AND 14),
  -- The sweep comes at every quarter of an hour.
  time time NOT NULL DEFAULT '18:00' CHECK (extract(epoch FROM time)::integer % 900 = 0),
  channels text[] NOT NULL DEFAULT '{email,whatsapp}'
    CHECK (cardinality(channels) > 0 AND channels <@ ARRAY['email', 'whatsapp', 'sms']),
  attempts_max integer NOT NULL DEFAULT 2 CHECK (attempts_max BETWEEN 1 AND 5),
  log_days integer NOT NULL DEFAULT 400 CHECK (log_days BETWEEN 30 AND 3650),
  version integer NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL
);
SELECT protect('reminder_settings', 'SELECT, INSERT, UPDATE');
-- Whose logs are kept how long.
CREATE POLICY system ON reminder_settings FOR SELECT TO callboard_system USING (true);
GRANT SELECT ON reminder_settings TO callboard_system;

-- One for each duty assignment, made with it: when its holder is reminded, and what became of that. An
-- assignment that is unlocked is gone and its reminder stays, cancelled: hence no foreign key to it.
CREATE TABLE reminder (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  assignment_id uuid NOT NULL,
  person_id uuid NOT NULL,
  roster_id uuid NOT NULL,
  duty_type_id uuid NOT NULL,
  duty_name text NOT NULL,
  date date NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  duty_zone text NOT NULL,
  -- The hour by the organisation's own clock, and the time-zone data that made an instant of it.
  due_at timestamptz NOT NULL,
  zone text NOT NULL,
  tz_version text NOT NULL,
  status text NOT NULL DEFAULT 'PENDING' CHECK (status IN ('PENDING', 'SENT', 'FAILED', 'CANCELLED')),
  created_at timestamptz NOT NULL,
  -- When it went to the outbox; when a channel got through; when it was cancelled.
  queued_at timestamptz,
  sent_at timestamptz,
  cancelled_at timestamptz,
  -- Why it failed or was cancelled.
  reason text NOT NULL DEFAULT '',
  answer text CHECK (answer IN ('yes', 'no')),
  answer_note text NOT NULL DEFAULT '',
  answered_at timestamptz,
  dealt_with_at timestamptz,
  dealt_with_by uuid,
  CHECK (ends_at > starts_at),
  CHECK ((answer IS NULL) = (answered_at IS NULL)),
  CHECK ((status = 'CANCELLED') = (cancelled_at IS NOT NULL)),
  CHECK (status <> 'SENT' OR sent_at IS NOT NULL),
  CHECK (dealt_with_by IS NULL OR dealt_with_at IS NOT NULL),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id),
  FOREIGN KEY (organisation_id, dealt_with_by) REFERENCES person (organisation_id, id)
);
CREATE UNIQUE INDEX reminder_one_standing ON reminder (organisation_id, assignment_id)
  WHERE status <> 'CANCELLED';
CREATE INDEX reminder_due ON reminder (due_at) WHERE status = 'PENDING' AND queued_at IS NULL;
CREATE INDEX reminder_newest ON reminder (organisation_id, due_at DESC, id DESC);
CREATE INDEX reminder_status ON reminder (organisation_id, status, due_at, id);
CREATE INDEX reminder_roster ON reminder (organisation_id, roster_id, person_id);
-- Whoever opens the link in a reminder has no organisation yet.
CREATE INDEX reminder_id ON reminder (id);
SELECT protect('reminder', 'SELECT, INSERT, UPDATE');
CREATE POLICY system ON reminder FOR SELECT TO callboard_system USING (true);
GRANT SELECT ON reminder TO callboard_system;
