-- A period that was deleted stays as a row: its rejected and cancelled requests are of record.
ALTER TABLE schedule_period
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN deleted_at timestamptz;

-- One window of a name at a time: a change ends the old row the day before the new one begins.
ALTER TABLE coverage_window ADD CONSTRAINT coverage_window_one_at_a_time
  EXCLUDE USING gist (organisation_id WITH =, slug WITH =, daterange(effective_from, effective_until, '[]') WITH &&)
  DEFERRABLE INITIALLY IMMEDIATE;
-- Only for windows that have not begun: what was in effect stays.
GRANT DELETE ON coverage_window TO callboard_app;
