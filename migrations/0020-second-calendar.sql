-- The second calendar is a choice: Node's Hijri calendars are wrong for some communities. Where the moon was seen
-- on another evening than the calendar says, it is moved by days.
ALTER TABLE organisation DROP CONSTRAINT organisation_second_calendar_check;
UPDATE organisation SET second_calendar = 'umm_al_qura' WHERE second_calendar = 'hijri';
ALTER TABLE organisation
  ADD CONSTRAINT organisation_second_calendar_check
    CHECK (second_calendar IN ('none', 'umm_al_qura', 'civil', 'misri')),
  ADD COLUMN second_calendar_offset smallint NOT NULL DEFAULT 0
    CHECK (second_calendar_offset BETWEEN -2 AND 2);
