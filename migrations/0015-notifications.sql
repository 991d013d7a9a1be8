-- What a person is told in the app: one row per journal entry and person; its id is the entry's.
CREATE TABLE notification (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  template text NOT NULL,
  data jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  read_at timestamptz,
  cleared_at timestamptz,
  PRIMARY KEY (organisation_id, id, person_id),
  FOREIGN KEY (organisation_id, id) REFERENCES journal (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
);
CREATE INDEX notification_newest ON notification (organisation_id, person_id, id DESC)
  WHERE cleared_at IS NULL;
CREATE INDEX notification_unread ON notification (organisation_id, person_id)
  WHERE read_at IS NULL AND cleared_at IS NULL;
SELECT protect('notification', 'SELECT, INSERT, UPDATE');

-- On which channels a person wants a kind of notification; a row only where it is not as usual.
CREATE TABLE notification_preference (
  organisation_id uuid NOT NULL,
  person_id uuid NOT NULL,
  kind text NOT NULL,
  channel text NOT NULL CHECK (channel IN ('in_app', 'email', 'sms', 'whatsapp')),
  chosen boolean NOT NULL,
  PRIMARY KEY (organisation_id, person_id, kind, channel),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
);
SELECT protect('notification_preference', 'SELECT, INSERT, UPDATE, DELETE');

-- When a person is not to be disturbed, by the clock of their zone; over midnight when it ends before it begins.
CREATE TABLE quiet_hours (
  organisation_id uuid NOT NULL,
  person_id uuid NOT NULL,
  from_time time NOT NULL,
  until_time time NOT NULL CHECK (until_time <> from_time),
  PRIMARY KEY (organisation_id, person_id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
);
SELECT protect('quiet_hours', 'SELECT, INSERT, UPDATE, DELETE');

-- An organisation's own words for a template, per language; a part that is NULL stays the program's.
CREATE TABLE wording (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  template text NOT NULL,
  language text NOT NULL,
  subject text,
  body text,
  sms text,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, template, language),
  CHECK (num_nonnulls(subject, body, sms) > 0)
);
SELECT protect('wording', 'SELECT, INSERT, UPDATE, DELETE');
CREATE POLICY system ON wording FOR SELECT TO callboard_system USING (true);
GRANT SELECT ON wording TO callboard_system;
