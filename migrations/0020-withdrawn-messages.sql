-- A message may stand with something that can be called off: it is withdrawn then, and goes out no more.
ALTER TABLE message DROP CONSTRAINT message_status_check;
ALTER TABLE message
  ADD CONSTRAINT message_status_check CHECK
    (status IN ('queued', 'sending', 'sent', 'delivered', 'read', 'failed', 'bounced', 'withdrawn')),
  ADD COLUMN stands_with uuid,
  ADD COLUMN withdrawn_at timestamptz,
  -- How often it is tried in a round. Attempts that were not its fault do not count, nor a few that ended with
  -- their worker; which are of this round still shows in attempts_before, so that what is unknown is looked for.
  ADD COLUMN attempts_max smallint NOT NULL DEFAULT 5 CHECK (attempts_max BETWEEN 1 AND 5),
  ADD COLUMN attempts_free integer NOT NULL DEFAULT 0 CHECK (attempts_free >= 0),
  ADD COLUMN attempts_lost smallint NOT NULL DEFAULT 0 CHECK (attempts_lost >= 0),
  -- When what it says is of no more use.
  ADD COLUMN expires_at timestamptz;
CREATE INDEX message_stands_with ON message (organisation_id, stands_with) WHERE stands_with IS NOT NULL;
