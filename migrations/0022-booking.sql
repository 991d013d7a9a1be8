-- Resources are holders on the timeline, as people and seats are: one holder per unit of capacity.
ALTER TABLE commitment DROP CONSTRAINT commitment_holder_kind_check;
ALTER TABLE commitment ADD CONSTRAINT commitment_holder_kind_check
  CHECK (holder_kind IN ('person', 'seat', 'resource'));
-- A hold that nobody decided on in time blocks nobody; these are looked for.
CREATE INDEX commitment_expiring ON commitment (organisation_id, expires_at) WHERE firmness = 'held';

-- How an organisation takes reservations; no row means the defaults, which the program knows.
CREATE TABLE booking_settings (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  business_start_time time NOT NULL,
  business_end_time time NOT NULL,
  slot_duration_minutes integer NOT NULL CHECK (slot_duration_minutes BETWEEN 5 AND 1440),
  send_confirmation_emails boolean NOT NULL,
  days_ahead_max integer NOT NULL CHECK (days_ahead_max BETWEEN 1 AND 1096),
  stay_minutes_min integer NOT NULL CHECK (stay_minutes_min BETWEEN 1 AND 1440),
  stay_minutes_max integer NOT NULL CHECK (stay_minutes_max BETWEEN 1 AND 1440),
  live_reservations_max integer CHECK (live_reservations_max BETWEEN 1 AND 1000),
  weekly_hours_max integer CHECK (weekly_hours_max BETWEEN 1 AND 168),
  hold_hours integer NOT NULL CHECK (hold_hours BETWEEN 1 AND 720),
  version integer NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL,
  -- 00:00 as an end is the midnight that ends the day.
  CHECK (business_end_time > business_start_time OR business_end_time = '00:00'),
  CHECK (stay_minutes_max >= stay_minutes_min),
  PRIMARY KEY (organisation_id)
);
SELECT protect('booking_settings', 'SELECT, INSERT, UPDATE');

-- What is booked: a room, a court, a vehicle. A setting that is NULL is the organisation's.
CREATE TABLE resource (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  name text NOT NULL,
  colour text NOT NULL CHECK (colour ~ '^#[0-9a-f]{6}$'),
  capacity integer NOT NULL CHECK (capacity BETWEEN 1 AND 200),
  occupies_person boolean NOT NULL,
  is_default boolean NOT NULL DEFAULT false,
  -- Per hour, in the currency's minor units.
  price_per_hour integer CHECK (price_per_hour BETWEEN 1 AND 1000000000),
  currency text CHECK (currency ~ '^[A-Z]{3}$'),
  business_start_time time,
  business_end_time time,
  slot_duration_minutes integer CHECK (slot_duration_minutes BETWEEN 5 AND 1440),
  send_confirmation_emails boolean,
  days_ahead_max integer CHECK (days_ahead_max BETWEEN 1 AND 1096),
  stay_minutes_min integer CHECK (stay_minutes_min BETWEEN 1 AND 1440),
  stay_minutes_max integer CHECK (stay_minutes_max BETWEEN 1 AND 1440),
  live_reservations_max integer CHECK (live_reservations_max BETWEEN 1 AND 1000),
  weekly_hours_max integer CHECK (weekly_hours_max BETWEEN 1 AND 168),
  hold_hours integer CHECK (hold_hours BETWEEN 1 AND 720),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  -- Kept as a row: what was booked is of record.
  deleted_at timestamptz,
  CHECK ((price_per_hour IS NULL) = (currency IS NULL)),
  CHECK (deleted_at IS NULL OR NOT is_default),
  PRIMARY KEY (organisation_id, id)
);
CREATE UNIQUE INDEX resource_one_default ON resource (organisation_id) WHERE is_default;
CREATE UNIQUE INDEX resource_name ON resource (organisation_id, lower(name)) WHERE deleted_at IS NULL;

-- As many are in a resource at once as it has units; a holder on the timeline.
CREATE TABLE resource_unit (
  organisation_id uuid NOT NULL,
  resource_id uuid NOT NULL,
  number integer NOT NULL CHECK (number BETWEEN 1 AND 200),
  id uuid NOT NULL,
  PRIMARY KEY (organisation_id, resource_id, number),
  UNIQUE (organisation_id, id),
  FOREIGN KEY (organisation_id, resource_id) REFERENCES resource (organisation_id, id)
);
-- Every organisation has one resource from the start; those that are there already get theirs now.
-- The owner of the tables reads all organisations only while nothing is forced on it.
ALTER TABLE organisation NO FORCE ROW LEVEL SECURITY;
WITH made AS (
  INSERT INTO resource (organisation_id, id, name, colour, capacity, occupies_person, is_default,
    created_at, updated_at)
  SELECT id, gen_random_uuid(), 'Room', '#3a4fd0', 1, true, true, created_at, created_at
  FROM organisation
  RETURNING organisation_id, id
)
INSERT INTO resource_unit (organisation_id, resource_id, number, id)
SELECT organisation_id, id, 1, gen_random_uuid() FROM made;
ALTER TABLE organisation FORCE ROW LEVEL SECURITY;
SELECT protect('resource', 'SELECT, INSERT, UPDATE');
SELECT protect('resource_unit', 'SELECT, INSERT');

-- When an admin decides; weekday 0 is Monday. Without a resource it is every resource's.
CREATE TABLE prime_time (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  resource_id uuid,
  weekday integer NOT NULL CHECK (weekday BETWEEN 0 AND 6),
  start_time time NOT NULL,
  end_time time NOT NULL,
  is_active boolean NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CHECK (end_time > start_time OR end_time = '00:00'),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, resource_id) REFERENCES resource (organisation_id, id)
);
CREATE INDEX prime_time_week ON prime_time (organisation_id, weekday, start_time);
SELECT protect('prime_time', 'SELECT, INSERT, UPDATE, DELETE');

-- Reservations that were made by one rule of recurrence (RFC 5545); `occurrence` of each is its place in it.
CREATE TABLE reservation_series (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  resource_id uuid NOT NULL,
  person_id uuid NOT NULL,
  date date NOT NULL,
  start_time time NOT NULL,
  end_time time NOT NULL,
  overnight boolean NOT NULL,
  zone text NOT NULL,
  rrule text NOT NULL,
  notes text NOT NULL,
  -- Grows with every change of any of its reservations: the SEQUENCE of its calendar entry.
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, resource_id) REFERENCES resource (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
);
SELECT protect('reservation_series', 'SELECT, INSERT, UPDATE');

CREATE TABLE reservation (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  resource_id uuid NOT NULL,
  -- The unit that it takes, or took.
  unit_id uuid NOT NULL,
  person_id uuid NOT NULL,
  series_id uuid,
  occurrence timestamp,
  date date NOT NULL,
  start_time time NOT NULL,
  end_time time NOT NULL,
  overnight boolean NOT NULL,
  zone text NOT NULL,
  tz_version text NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  minutes integer NOT NULL CHECK (minutes BETWEEN 1 AND 1500),
  status text NOT NULL
    CHECK (status IN ('CONFIRMED', 'PENDING', 'REJECTED', 'CANCELLED', 'EXPIRED')),
  is_primetime boolean NOT NULL,
  -- Why an admin decides, or decided: [{id, name, detail}], as the approval engine said.
  approval_reasons jsonb NOT NULL,
  -- Grows when it waits for a decision anew.
  round integer NOT NULL DEFAULT 1,
  -- Nobody is kept waiting longer: a PENDING one is EXPIRED from then on, whoever asks.
  hold_expires_at timestamptz,
  cost integer CHECK (cost >= 0),
  currency text CHECK (currency ~ '^[A-Z]{3}$'),
  notes text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CHECK ((status = 'PENDING') = (hold_expires_at IS NOT NULL)),
  CHECK ((cost IS NULL) = (currency IS NULL)),
  CHECK ((series_id IS NULL) = (occurrence IS NULL)),
  CHECK (ends_at > starts_at AND isfinite(starts_at) AND isfinite(ends_at)),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, resource_id) REFERENCES resource (organisation_id, id),
  FOREIGN KEY (organisation_id, unit_id) REFERENCES resource_unit (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id),
  FOREIGN KEY (organisation_id, series_id) REFERENCES reservation_series (organisation_id, id)
);
-- What a calendar shows: days of one resource, whatever came before and after them.
CREATE INDEX reservation_live_date ON reservation (organisation_id, resource_id, date, start_time)
  WHERE status IN ('CONFIRMED', 'PENDING');
CREATE INDEX reservation_person_live ON reservation (organisation_id, person_id, starts_at)
  WHERE status IN ('CONFIRMED', 'PENDING');
CREATE INDEX reservation_newest ON reservation (organisation_id, created_at DESC, id DESC);
CREATE INDEX reservation_person_newest ON reservation (organisation_id, person_id, created_at DESC, id DESC);
CREATE INDEX reservation_start ON reservation (organisation_id, starts_at, id);
CREATE INDEX reservation_date ON reservation (organisation_id, date, start_time);
CREATE INDEX reservation_pending ON reservation (organisation_id, hold_expires_at) WHERE status = 'PENDING';
CREATE UNIQUE INDEX reservation_occurrence ON reservation (organisation_id, series_id, occurrence)
  WHERE series_id IS NOT NULL;
SELECT protect('reservation', 'SELECT, INSERT, UPDATE');
-- The sweep asks which organisations have holds that ran out.
CREATE POLICY system ON reservation FOR SELECT TO callboard_system USING (true);
GRANT SELECT ON reservation TO callboard_system;

-- The decision is a row, one at most each time that a reservation waits for one. By nobody: it ran out.
CREATE TABLE reservation_decision (
  organisation_id uuid NOT NULL,
  reservation_id uuid NOT NULL,
  round integer NOT NULL,
  decision text NOT NULL CHECK (decision IN ('CONFIRMED', 'REJECTED', 'EXPIRED')),
  decided_by uuid,
  decided_at timestamptz NOT NULL,
  reason text NOT NULL,
  CHECK (decision = 'CONFIRMED' OR reason <> ''),
  CHECK (decision = 'EXPIRED' OR decided_by IS NOT NULL),
  PRIMARY KEY (organisation_id, reservation_id, round),
  FOREIGN KEY (organisation_id, reservation_id) REFERENCES reservation (organisation_id, id),
  FOREIGN KEY (organisation_id, decided_by) REFERENCES person (organisation_id, id)
);
SELECT protect('reservation_decision', 'SELECT, INSERT');
