CREATE TABLE schedule_period (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  name text NOT NULL,
  start_date date NOT NULL,
  end_date date NOT NULL,
  status text NOT NULL CHECK (status IN ('OPEN', 'LOCKED', 'FINALIZED')),
  seats integer NOT NULL DEFAULT 1 CHECK (seats BETWEEN 1 AND 50),
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CHECK (end_date >= start_date),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, created_by) REFERENCES person (organisation_id, id)
);
CREATE INDEX schedule_period_newest ON schedule_period (organisation_id, start_date DESC, id DESC);
SELECT protect('schedule_period', 'SELECT, INSERT, UPDATE, DELETE');

-- A seat is a holder on the timeline: as many people are on at once as an organisation has seats.
CREATE TABLE seat (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  number integer NOT NULL CHECK (number BETWEEN 1 AND 50),
  id uuid NOT NULL,
  PRIMARY KEY (organisation_id, number),
  UNIQUE (organisation_id, id)
);
SELECT protect('seat', 'SELECT, INSERT');

CREATE TABLE shift (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  period_id uuid NOT NULL,
  person_id uuid NOT NULL,
  date date NOT NULL,
  start_time time NOT NULL,
  end_time time NOT NULL,
  overnight boolean NOT NULL,
  zone text NOT NULL,
  tz_version text NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  during tstzrange NOT NULL GENERATED ALWAYS AS (tstzrange(starts_at, ends_at, '[)')) STORED,
  minutes integer NOT NULL CHECK (minutes BETWEEN 1 AND 2940),
  status text NOT NULL CHECK (status IN ('PENDING', 'APPROVED', 'REJECTED', 'CANCELLED')),
  notes text NOT NULL DEFAULT '',
  admin_notes text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CHECK (overnight OR end_time > start_time),
  CHECK (ends_at > starts_at AND isfinite(starts_at) AND isfinite(ends_at) AND NOT isempty(during)),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, period_id) REFERENCES schedule_period (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id),
  -- No one holds two live shifts at a time, pending or approved.
  CONSTRAINT shift_no_own_overlap
    EXCLUDE USING gist (organisation_id WITH =, person_id WITH =, during WITH &&)
    WHERE (status IN ('PENDING', 'APPROVED'))
    DEFERRABLE INITIALLY IMMEDIATE
);
CREATE INDEX shift_live_date ON shift (organisation_id, date, start_time) WHERE status IN ('PENDING', 'APPROVED');
CREATE INDEX shift_pending ON shift (organisation_id, created_at, id) WHERE status = 'PENDING';
CREATE INDEX shift_newest ON shift (organisation_id, created_at DESC, id DESC);
CREATE INDEX shift_person_date ON shift (organisation_id, person_id, date);
CREATE INDEX shift_period ON shift (organisation_id, period_id, status);
SELECT protect('shift', 'SELECT, INSERT, UPDATE');

-- The decision is a row, and there is one at most: nothing is decided twice.
CREATE TABLE shift_decision (
  organisation_id uuid NOT NULL,
  shift_id uuid NOT NULL,
  decision text NOT NULL CHECK (decision IN ('APPROVED', 'REJECTED')),
  decided_by uuid,
  decided_at timestamptz NOT NULL,
  reason text NOT NULL DEFAULT '',
  overtime_overridden boolean NOT NULL DEFAULT false,
  CHECK (decision = 'APPROVED' OR reason <> ''),
  PRIMARY KEY (organisation_id, shift_id),
  FOREIGN KEY (organisation_id, shift_id) REFERENCES shift (organisation_id, id),
  FOREIGN KEY (organisation_id, decided_by) REFERENCES person (organisation_id, id)
);
SELECT protect('shift_decision', 'SELECT, INSERT');

CREATE TABLE coverage_window (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  slug text NOT NULL,
  name text NOT NULL,
  start_time time NOT NULL,
  end_time time NOT NULL,
  effective_from date NOT NULL,
  effective_until date,
  CHECK (end_time > start_time),
  CHECK (effective_until IS NULL OR effective_until >= effective_from),
  PRIMARY KEY (organisation_id, id)
);
CREATE INDEX coverage_window_slug ON coverage_window (organisation_id, slug, effective_from);
SELECT protect('coverage_window', 'SELECT, INSERT, UPDATE');
