-- Text messages and WhatsApp beside e-mail. Status: queued < sending < sent < delivered < read;
-- failed and bounced are ends. A message that is sent again begins another round of attempts.
ALTER TABLE message DROP CONSTRAINT message_channel_check, DROP CONSTRAINT message_status_check;
ALTER TABLE message
  ADD CONSTRAINT message_channel_check CHECK (channel IN ('email', 'sms', 'whatsapp')),
  ADD CONSTRAINT message_status_check CHECK
    (status IN ('queued', 'sending', 'sent', 'delivered', 'read', 'failed', 'bounced')),
  ADD COLUMN round integer NOT NULL DEFAULT 1 CHECK (round > 0),
  ADD COLUMN attempts_before integer NOT NULL DEFAULT 0 CHECK (attempts_before >= 0),
  ADD COLUMN failure_code text,
  ADD COLUMN failure text,
  ADD CONSTRAINT message_failure CHECK ((failure_code IS NULL) = (failure IS NULL));
CREATE INDEX message_person ON message (organisation_id, person_id, created_at DESC, id DESC);
CREATE INDEX message_failed ON message (organisation_id, created_at DESC, id DESC)
  WHERE status IN ('failed', 'bounced');
-- Who texted a number last, and what is known to have reached it.
CREATE INDEX message_number ON message (address, created_at DESC) WHERE channel IN ('sms', 'whatsapp');

-- What an attempt brought to the provider, as the provider names it.
ALTER TABLE attempt ADD COLUMN provider_id text, ADD COLUMN code text;

-- What a provider told of a message: each status once, in whatever order it came.
CREATE TABLE delivery_report (
  organisation_id uuid NOT NULL,
  message_id uuid NOT NULL,
  provider_id text NOT NULL,
  status text NOT NULL,
  code text,
  detail text,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, message_id, provider_id, status),
  FOREIGN KEY (organisation_id, message_id) REFERENCES message (organisation_id, id)
);
SELECT protect('delivery_report', 'SELECT, INSERT');
CREATE POLICY system ON delivery_report FOR SELECT TO callboard_system USING (true);
GRANT SELECT ON delivery_report TO callboard_system;

-- A number or address that a provider says takes no messages; gone when the person's is another.
CREATE TABLE dead_address (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  channel text NOT NULL CHECK (channel IN ('email', 'sms', 'whatsapp')),
  address text NOT NULL,
  code text NOT NULL,
  detail text NOT NULL,
  found_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, channel, address)
);
SELECT protect('dead_address', 'SELECT, INSERT, UPDATE, DELETE');

-- A text that someone sent to our number.
CREATE TABLE inbound_text (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  channel text NOT NULL CHECK (channel IN ('sms', 'whatsapp')),
  provider_id text NOT NULL,
  from_number text NOT NULL,
  person_id uuid,
  body text NOT NULL,
  media jsonb NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, channel, provider_id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
);
CREATE INDEX inbound_text_newest ON inbound_text (organisation_id, from_number, received_at DESC);
SELECT protect('inbound_text', 'SELECT, INSERT');

-- Phone numbers as digits, however people wrote them, to find whose a text is.
CREATE INDEX person_phone ON person
  ((regexp_replace(regexp_replace(phone_number, '\D', '', 'g'), '^00', ''))) WHERE phone_number IS NOT NULL;

-- The tables below belong to no organisation, as the numbers that texts are sent from belong to all.

-- Whoever said STOP gets no text any more, from anyone here, until they say START.
CREATE TABLE opt_out (
  number text NOT NULL CHECK (number ~ '^\+[1-9][0-9]{4,14}$'),
  began_at timestamptz NOT NULL,
  source text NOT NULL CHECK (source IN ('sms', 'whatsapp', 'provider')),
  ended_at timestamptz,
  PRIMARY KEY (number, began_at),
  CHECK (ended_at >= began_at)
);
CREATE UNIQUE INDEX opt_out_one ON opt_out (number) WHERE ended_at IS NULL;
GRANT SELECT, INSERT ON opt_out TO callboard_app;
GRANT SELECT, INSERT, UPDATE ON opt_out TO callboard_system;

-- A provider that wants no call for a while.
CREATE TABLE provider_pause (
  channel text PRIMARY KEY CHECK (channel IN ('email', 'sms', 'whatsapp')),
  until timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON provider_pause TO callboard_app;

-- What providers told us, as the bytes came, stored before anything is made of it; the same told twice is one row.
CREATE TABLE callback (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('twilio-status', 'twilio-text', 'whatsapp')),
  key text NOT NULL,
  query text NOT NULL,
  body bytea NOT NULL,
  content_type text NOT NULL,
  received_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  processed_at timestamptz,
  failure text,
  UNIQUE (kind, key)
);
CREATE INDEX callback_open ON callback (due_at) WHERE processed_at IS NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON callback TO callboard_system;
