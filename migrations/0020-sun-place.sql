-- Where an organisation sees the sun, and by which rules its times are computed.
CREATE TABLE sun_place (
  organisation_id uuid PRIMARY KEY REFERENCES organisation (id),
  name text NOT NULL DEFAULT '',
  latitude double precision NOT NULL CHECK (latitude BETWEEN -90 AND 90),
  longitude double precision NOT NULL CHECK (longitude BETWEEN -180 AND 180),
  method text NOT NULL,
  asr_rule text NOT NULL CHECK (asr_rule IN ('standard', 'hanafi')),
  high_latitude_rule text NOT NULL CHECK
    (high_latitude_rule IN ('recommended', 'middle_of_the_night', 'seventh_of_the_night', 'twilight_angle')),
  version integer NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL
);
SELECT protect('sun_place', 'SELECT, INSERT, UPDATE');
