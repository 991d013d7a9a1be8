-- An unlock that a rule of approval asks a second admin for, until another one decides.
CREATE TABLE unlock_request (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  reason text NOT NULL CHECK (length(reason) >= 10),
  -- Why a second admin decides: [{id, name, detail}], as the approval engine said.
  approval_reasons jsonb NOT NULL,
  status text NOT NULL CHECK (status IN ('PENDING', 'APPROVED', 'REJECTED', 'CANCELLED', 'EXPIRED')),
  requested_by uuid NOT NULL,
  requested_at timestamptz NOT NULL,
  decided_by uuid,
  decided_at timestamptz,
  message text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1,
  -- Never by the one who asked.
  CHECK (status NOT IN ('APPROVED', 'REJECTED') OR decided_by <> requested_by),
  CHECK ((decided_at IS NULL) = (status = 'PENDING')),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, requested_by) REFERENCES person (organisation_id, id),
  FOREIGN KEY (organisation_id, decided_by) REFERENCES person (organisation_id, id)
);
CREATE INDEX unlock_request_newest ON unlock_request (organisation_id, requested_at DESC, id DESC);
SELECT protect('unlock_request', 'SELECT, INSERT, UPDATE');

CREATE TABLE unlock_request_item (
  organisation_id uuid NOT NULL,
  request_id uuid NOT NULL,
  assignment_id uuid NOT NULL,
  is_pending boolean NOT NULL,
  PRIMARY KEY (organisation_id, request_id, assignment_id),
  FOREIGN KEY (organisation_id, request_id) REFERENCES unlock_request (organisation_id, id),
  FOREIGN KEY (organisation_id, assignment_id) REFERENCES duty_assignment (organisation_id, id)
);
-- An assignment waits in one request at a time.
CREATE UNIQUE INDEX unlock_request_item_one_pending
  ON unlock_request_item (organisation_id, assignment_id) WHERE is_pending;
SELECT protect('unlock_request_item', 'SELECT, INSERT, UPDATE');
