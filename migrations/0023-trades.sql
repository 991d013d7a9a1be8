-- A rule may be about one resource.
ALTER TABLE approval_rule ADD CONSTRAINT approval_rule_resource
  FOREIGN KEY (organisation_id, resource_id) REFERENCES resource (organisation_id, id);

-- What someone would take for a reservation of theirs; rings of such wishes become trades.
CREATE TABLE trade_wish (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  reservation_id uuid NOT NULL,
  -- Whatever changes the reservation ends the wish: its version is another then.
  reservation_version integer NOT NULL,
  wanted jsonb NOT NULL CHECK (jsonb_typeof(wanted) = 'object'),
  status text NOT NULL CHECK (status IN ('OPEN', 'MET', 'WITHDRAWN', 'EXPIRED')),
  created_at timestamptz NOT NULL,
  closed_at timestamptz,
  CHECK ((closed_at IS NULL) = (status = 'OPEN')),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id),
  FOREIGN KEY (organisation_id, reservation_id) REFERENCES reservation (organisation_id, id)
);
CREATE UNIQUE INDEX trade_wish_one_open ON trade_wish (organisation_id, reservation_id)
  WHERE status = 'OPEN';
CREATE INDEX trade_wish_person ON trade_wish (organisation_id, person_id, created_at DESC, id DESC);
SELECT protect('trade_wish', 'SELECT, INSERT, UPDATE');
CREATE POLICY system ON trade_wish FOR SELECT TO callboard_system USING (true);
GRANT SELECT ON trade_wish TO callboard_system;

-- Reservations that may change hands: two people's, as one of them asked (PAIR), or of a ring that the
-- program found among wishes (CYCLE).
CREATE TABLE trade (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('PAIR', 'CYCLE')),
  -- Its reservations, in one order: the same are not asked for twice at a time.
  reservations text NOT NULL,
  message text NOT NULL DEFAULT '',
  response_message text NOT NULL DEFAULT '',
  status text NOT NULL
    CHECK (status IN ('PENDING', 'ACCEPTED', 'REJECTED', 'CANCELLED', 'EXPIRED')),
  -- Why an admin decides, or decided: [{id, name, detail}], as the approval engine said.
  approval_reasons jsonb NOT NULL DEFAULT '[]',
  answered_at timestamptz,
  closed_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  CHECK ((closed_at IS NULL) = (status = 'PENDING')),
  PRIMARY KEY (organisation_id, id)
);
CREATE UNIQUE INDEX trade_one_live ON trade (organisation_id, reservations)
  WHERE status = 'PENDING';
CREATE INDEX trade_newest ON trade (organisation_id, created_at DESC, id DESC);
CREATE INDEX trade_pending ON trade (organisation_id, created_at) WHERE status = 'PENDING';
SELECT protect('trade', 'SELECT, INSERT, UPDATE');
CREATE POLICY system ON trade FOR SELECT TO callboard_system USING (true);
GRANT SELECT ON trade TO callboard_system;

-- Who gives what: each gets what the next one gives, the last one what the first does. Of a pair, the
-- first is who asked.
CREATE TABLE trade_leg (
  organisation_id uuid NOT NULL,
  trade_id uuid NOT NULL,
  place integer NOT NULL CHECK (place BETWEEN 1 AND 5),
  person_id uuid NOT NULL,
  reservation_id uuid NOT NULL,
  reservation_version integer NOT NULL,
  wish_id uuid,
  accepted_at timestamptz,
  rejected_at timestamptz,
  PRIMARY KEY (organisation_id, trade_id, place),
  UNIQUE (organisation_id, trade_id, person_id),
  UNIQUE (organisation_id, trade_id, reservation_id),
  FOREIGN KEY (organisation_id, trade_id) REFERENCES trade (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id),
  FOREIGN KEY (organisation_id, reservation_id) REFERENCES reservation (organisation_id, id),
  FOREIGN KEY (organisation_id, wish_id) REFERENCES trade_wish (organisation_id, id)
);
CREATE INDEX trade_leg_person ON trade_leg (organisation_id, person_id, trade_id);
CREATE INDEX trade_leg_reservation ON trade_leg (organisation_id, reservation_id);
CREATE INDEX trade_leg_wish ON trade_leg (organisation_id, wish_id) WHERE wish_id IS NOT NULL;
SELECT protect('trade_leg', 'SELECT, INSERT, UPDATE');
