-- What an organisation decides about its rota; no row means the defaults.
CREATE TABLE rota_settings (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  swaps_need_approval boolean NOT NULL DEFAULT true,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id)
);
SELECT protect('rota_settings', 'SELECT, INSERT, UPDATE');

-- Someone's wish that an approved shift of theirs changes hands. It names the versions of the
-- shifts it was made for: it is expired as soon as one has another, whoever changed it.
CREATE TABLE shift_offer (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  shift_id uuid NOT NULL,
  shift_version integer NOT NULL,
  person_id uuid NOT NULL,
  to_id uuid,
  exchange_id uuid,
  exchange_version integer,
  message text NOT NULL,
  state text NOT NULL CHECK
    (state IN ('OPEN', 'TAKEN', 'DONE', 'DECLINED', 'REFUSED', 'WITHDRAWN', 'EXPIRED')),
  taker_id uuid,
  taken_at timestamptz,
  closed_at timestamptz,
  reason text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  CHECK (to_id <> person_id AND taker_id <> person_id AND exchange_id <> shift_id),
  CHECK ((exchange_id IS NULL) = (exchange_version IS NULL)),
  CHECK (exchange_id IS NULL OR to_id IS NOT NULL),
  CHECK (taker_id IS NULL OR to_id IS NULL OR taker_id = to_id),
  CHECK ((taker_id IS NULL) = (taken_at IS NULL)),
  CHECK (taker_id IS NOT NULL OR state NOT IN ('TAKEN', 'DONE', 'DECLINED')),
  CHECK ((closed_at IS NULL) = (state IN ('OPEN', 'TAKEN'))),
  CHECK (state <> 'DECLINED' OR reason <> ''),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, shift_id) REFERENCES shift (organisation_id, id),
  FOREIGN KEY (organisation_id, exchange_id) REFERENCES shift (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id),
  FOREIGN KEY (organisation_id, to_id) REFERENCES person (organisation_id, id),
  FOREIGN KEY (organisation_id, taker_id) REFERENCES person (organisation_id, id)
);
-- A shift is on offer once at a time.
CREATE UNIQUE INDEX shift_offer_one_live ON shift_offer (organisation_id, shift_id)
  WHERE state IN ('OPEN', 'TAKEN');
CREATE INDEX shift_offer_newest ON shift_offer (organisation_id, created_at DESC, id DESC);
SELECT protect('shift_offer', 'SELECT, INSERT, UPDATE');
-- The sweep asks which organisations have live offers.
CREATE POLICY system ON shift_offer FOR SELECT TO callboard_system USING (true);
GRANT SELECT ON shift_offer TO callboard_system;
