-- Work that runs by itself: when each kind is due next in an organisation, by its own clock (zone).
-- The row is locked while the work runs, so several nodes do it once.
CREATE TABLE schedule_run (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  work text NOT NULL,
  due_at timestamptz NOT NULL,
  zone text NOT NULL,
  ran_at timestamptz,
  PRIMARY KEY (organisation_id, work)
);
CREATE INDEX schedule_run_due ON schedule_run (due_at);
SELECT protect('schedule_run', 'SELECT, INSERT, UPDATE');
CREATE POLICY system ON schedule_run FOR SELECT TO callboard_system USING (true);
GRANT SELECT ON schedule_run TO callboard_system;

-- What a person usually works, counted from approved shifts: a row is replaced every week.
CREATE TABLE pattern (
  organisation_id uuid NOT NULL,
  person_id uuid NOT NULL,
  weekdays jsonb NOT NULL,
  start_hours jsonb NOT NULL,
  mean_minutes integer NOT NULL CHECK (mean_minutes > 0),
  weekly_minutes integer NOT NULL CHECK (weekly_minutes >= 0),
  shift_count integer NOT NULL CHECK (shift_count > 0),
  weeks integer NOT NULL CHECK (weeks BETWEEN 1 AND 12),
  computed_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, person_id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
);
SELECT protect('pattern', 'SELECT, INSERT, DELETE');

-- Told once per uncovered window and day.
CREATE TABLE gap_notice (
  organisation_id uuid NOT NULL,
  date date NOT NULL,
  window_slug text NOT NULL,
  day date NOT NULL,
  told_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, date, window_slug, day),
  FOREIGN KEY (organisation_id) REFERENCES organisation (id)
);
SELECT protect('gap_notice', 'SELECT, INSERT');
