-- The secret address of a person's calendar: one at most, and only its hash.
CREATE TABLE calendar_feed (
  organisation_id uuid NOT NULL,
  person_id uuid NOT NULL,
  hash bytea NOT NULL CHECK (length(hash) = 32),
  made_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, person_id),
  UNIQUE (organisation_id, hash),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
);
SELECT protect('calendar_feed', 'SELECT, INSERT, UPDATE, DELETE');
