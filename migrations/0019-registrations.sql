-- A link with which anyone signs up for a roster. Its code is looked up before there is an organisation.
CREATE TABLE signup_link (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  roster_id uuid NOT NULL,
  code text NOT NULL CHECK (code ~ '^[a-z0-9][a-z0-9-]{2,58}[a-z0-9]$'),
  closes_on date,
  made_by uuid,
  made_at timestamptz NOT NULL,
  revoked_at timestamptz,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, roster_id) REFERENCES roster (organisation_id, id),
  FOREIGN KEY (organisation_id, made_by) REFERENCES person (organisation_id, id)
);
CREATE UNIQUE INDEX signup_link_code ON signup_link (code) WHERE revoked_at IS NULL;
CREATE INDEX signup_link_roster ON signup_link (organisation_id, roster_id);
SELECT protect('signup_link', 'SELECT, INSERT, UPDATE');
CREATE POLICY system ON signup_link FOR SELECT TO callboard_system USING (true);
GRANT SELECT ON signup_link TO callboard_system;

-- A volunteer's sign-up. The person is whoever of the directory has the e-mail; who is in it for no other reason
-- stands there as withdrawn, which is nobody's to see, until they are accepted.
CREATE TABLE registration (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  roster_id uuid NOT NULL,
  link_id uuid NOT NULL,
  person_id uuid NOT NULL,
  full_name text NOT NULL,
  email text NOT NULL CHECK (email = lower(email)),
  phone text NOT NULL CHECK (phone ~ '^\+[1-9][0-9]{4,14}$'),
  note text NOT NULL DEFAULT '',
  language text,
  dates_not date[] NOT NULL DEFAULT '{}',
  state text NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'accepted', 'declined')),
  decided_by uuid,
  decided_at timestamptz,
  reason text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CHECK ((state = 'new') = (decided_at IS NULL)),
  CHECK (decided_by IS NULL OR decided_at IS NOT NULL),
  PRIMARY KEY (organisation_id, id),
  -- Nobody signs up for a roster twice.
  CONSTRAINT registration_once UNIQUE (organisation_id, roster_id, email),
  FOREIGN KEY (organisation_id, roster_id) REFERENCES roster (organisation_id, id),
  FOREIGN KEY (organisation_id, link_id) REFERENCES signup_link (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id),
  FOREIGN KEY (organisation_id, decided_by) REFERENCES person (organisation_id, id)
);
CREATE INDEX registration_newest ON registration (organisation_id, created_at DESC, id DESC);
CREATE INDEX registration_roster ON registration (organisation_id, roster_id, state, person_id);
CREATE INDEX registration_person ON registration (organisation_id, person_id);
CREATE INDEX registration_link ON registration (organisation_id, link_id);
CREATE INDEX registration_declined ON registration (decided_at) WHERE state = 'declined';
SELECT protect('registration', 'SELECT, INSERT, UPDATE');
CREATE POLICY system ON registration FOR SELECT TO callboard_system USING (true);
GRANT SELECT ON registration TO callboard_system;

-- Which duties they asked for; none is any.
CREATE TABLE registration_duty_type (
  organisation_id uuid NOT NULL,
  registration_id uuid NOT NULL,
  duty_type_id uuid NOT NULL,
  PRIMARY KEY (organisation_id, registration_id, duty_type_id),
  FOREIGN KEY (organisation_id, registration_id) REFERENCES registration (organisation_id, id),
  FOREIGN KEY (organisation_id, duty_type_id) REFERENCES duty_type (organisation_id, id)
);
CREATE INDEX registration_duty_type_type ON registration_duty_type (organisation_id, duty_type_id);
SELECT protect('registration_duty_type', 'SELECT, INSERT, DELETE');

-- Recordings of those who were declined have their time: the nightly sweep drops them.
CREATE POLICY system_drops ON file FOR UPDATE TO callboard_system USING (true) WITH CHECK (state = 'removing');
GRANT UPDATE (state, state_at) ON file TO callboard_system;
CREATE POLICY system ON file_usage TO callboard_system USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE (bytes) ON file_usage TO callboard_system;
