-- What has to be done: at clock times, or by the sun (an event, minutes after it, how long), by so many people.
CREATE TABLE duty_type (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  name text NOT NULL,
  start_time time,
  end_time time,
  overnight boolean,
  sun_event text CHECK (sun_event IN ('fajr', 'sunrise', 'dhuhr', 'asr', 'maghrib', 'isha')),
  sun_offset_minutes integer CHECK (sun_offset_minutes BETWEEN -720 AND 720),
  sun_minutes integer CHECK (sun_minutes BETWEEN 1 AND 1440),
  people integer NOT NULL DEFAULT 1 CHECK (people BETWEEN 1 AND 50),
  colour text NOT NULL CHECK (colour ~ '^#[0-9a-f]{6}$'),
  position integer NOT NULL DEFAULT 0,
  active boolean NOT NULL DEFAULT true,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deleted_at timestamptz,
  CHECK (
    CASE WHEN sun_event IS NULL
      THEN num_nonnulls(start_time, end_time, overnight) = 3
        AND num_nonnulls(sun_offset_minutes, sun_minutes) = 0
      ELSE num_nonnulls(start_time, end_time, overnight) = 0
        AND num_nonnulls(sun_offset_minutes, sun_minutes) = 2
    END
  ),
  CHECK (overnight OR end_time > start_time),
  PRIMARY KEY (organisation_id, id)
);
-- A roster is read in by names, so each name is one duty.
CREATE UNIQUE INDEX duty_type_name ON duty_type (organisation_id, lower(name)) WHERE deleted_at IS NULL;
SELECT protect('duty_type', 'SELECT, INSERT, UPDATE');

-- A span of dates with its duties: the grid.
CREATE TABLE roster (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  name text NOT NULL,
  start_date date NOT NULL,
  end_date date NOT NULL,
  second_calendar boolean NOT NULL DEFAULT true,
  created_by uuid,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deleted_at timestamptz,
  CHECK (end_date >= start_date AND end_date < start_date + 366),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, created_by) REFERENCES person (organisation_id, id)
);
CREATE INDEX roster_newest ON roster (organisation_id, start_date DESC, id DESC);
SELECT protect('roster', 'SELECT, INSERT, UPDATE');

-- Which duties a roster has, in which order; one that was taken out stays, for what stood in it.
CREATE TABLE roster_duty_type (
  organisation_id uuid NOT NULL,
  roster_id uuid NOT NULL,
  duty_type_id uuid NOT NULL,
  position integer NOT NULL,
  removed_at timestamptz,
  PRIMARY KEY (organisation_id, roster_id, duty_type_id),
  FOREIGN KEY (organisation_id, roster_id) REFERENCES roster (organisation_id, id),
  FOREIGN KEY (organisation_id, duty_type_id) REFERENCES duty_type (organisation_id, id)
);
CREATE INDEX roster_duty_type_type ON roster_duty_type (organisation_id, duty_type_id);
SELECT protect('roster_duty_type', 'SELECT, INSERT, UPDATE');

-- Who does which duty on which date: locked while it stands (ended_at is null), and never deleted. The times
-- are those it was assigned for; they may lie on the next date where the sun sets late.
CREATE TABLE duty_assignment (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  roster_id uuid NOT NULL,
  duty_type_id uuid NOT NULL,
  date date NOT NULL,
  seat integer NOT NULL CHECK (seat BETWEEN 1 AND 50),
  person_id uuid NOT NULL,
  local_start timestamp NOT NULL,
  local_end timestamp NOT NULL,
  zone text NOT NULL,
  tz_version text NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  note text NOT NULL DEFAULT '',
  assigned_by uuid,
  assigned_at timestamptz NOT NULL,
  ended_by uuid,
  ended_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CHECK (ends_at > starts_at AND isfinite(starts_at) AND isfinite(ends_at)),
  CHECK (ended_at IS NULL OR ended_at >= assigned_at),
  CHECK (ended_by IS NULL OR ended_at IS NOT NULL),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, roster_id, duty_type_id)
    REFERENCES roster_duty_type (organisation_id, roster_id, duty_type_id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id),
  FOREIGN KEY (organisation_id, assigned_by) REFERENCES person (organisation_id, id),
  FOREIGN KEY (organisation_id, ended_by) REFERENCES person (organisation_id, id)
);
-- A seat of a cell is one person's: this decides every race for it.
CREATE UNIQUE INDEX duty_assignment_cell
  ON duty_assignment (organisation_id, roster_id, date, duty_type_id, seat) WHERE ended_at IS NULL;
CREATE INDEX duty_assignment_grid ON duty_assignment (organisation_id, roster_id, date);
CREATE INDEX duty_assignment_person ON duty_assignment (organisation_id, person_id, starts_at);
CREATE INDEX duty_assignment_next ON duty_assignment (organisation_id, starts_at, id);
CREATE INDEX duty_assignment_type ON duty_assignment (organisation_id, duty_type_id) WHERE ended_at IS NULL;
SELECT protect('duty_assignment', 'SELECT, INSERT, UPDATE');

-- Who took whom off what, when and why; the assignment as it stood. Nothing changes or deletes it.
CREATE TABLE unlock_log (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  assignment_id uuid NOT NULL,
  roster_id uuid NOT NULL,
  person_id uuid NOT NULL,
  how text NOT NULL CHECK (how IN ('unlocked', 'deleted', 'moved', 'undone')),
  reason text NOT NULL CHECK (char_length(reason) >= 10),
  stood jsonb NOT NULL,
  unlocked_by uuid,
  unlocked_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, assignment_id),
  FOREIGN KEY (organisation_id, assignment_id) REFERENCES duty_assignment (organisation_id, id),
  FOREIGN KEY (organisation_id, roster_id) REFERENCES roster (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id),
  FOREIGN KEY (organisation_id, unlocked_by) REFERENCES person (organisation_id, id)
);
CREATE INDEX unlock_log_newest ON unlock_log (organisation_id, unlocked_at DESC, id DESC);
SELECT protect('unlock_log', 'SELECT, INSERT');
