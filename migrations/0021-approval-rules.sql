-- When an admin has to approve: each row is a rule of the one engine (server/platform/approval). What it
-- asks for is in `conditions`, whose shape is in contract/platform/approval.ts; one that names no
-- condition asks for an approval of everything of its subject.
CREATE TABLE approval_rule (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  subject text NOT NULL CHECK (subject IN ('reservation', 'shift', 'swap', 'unlock', 'trade')),
  resource_id uuid,
  name text NOT NULL CHECK (name <> ''),
  conditions jsonb NOT NULL CHECK (jsonb_typeof(conditions) = 'object' AND conditions ->> 'version' = '1'),
  is_active boolean NOT NULL DEFAULT true,
  effective_from date,
  effective_until date,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  -- A rule that was deleted stays as a row: what once needed an approval by it is of record.
  deleted_at timestamptz,
  CHECK (resource_id IS NULL OR subject IN ('reservation', 'trade')),
  CHECK (effective_until >= effective_from),
  PRIMARY KEY (organisation_id, id)
);
CREATE INDEX approval_rule_subject ON approval_rule (organisation_id, subject)
  WHERE deleted_at IS NULL;

-- Until now an admin decided on every request for a shift, and on every swap where the organisation
-- had not said otherwise: from now on two rules say so, which every organisation begins with.
-- The owner of the tables reads all organisations only while nothing is forced on it.
ALTER TABLE organisation NO FORCE ROW LEVEL SECURITY;
ALTER TABLE rota_settings NO FORCE ROW LEVEL SECURITY;
INSERT INTO approval_rule
  (organisation_id, id, subject, name, conditions, is_active, created_at, updated_at)
SELECT id, gen_random_uuid(), 'shift', 'Every request', '{"version": 1}', true, created_at, created_at
FROM organisation;
INSERT INTO approval_rule
  (organisation_id, id, subject, name, conditions, is_active, created_at, updated_at)
SELECT organisation.id, gen_random_uuid(), 'swap', 'Every swap', '{"version": 1}',
  coalesce(rota_settings.swaps_need_approval, true), organisation.created_at, organisation.created_at
FROM organisation LEFT JOIN rota_settings ON rota_settings.organisation_id = organisation.id;
ALTER TABLE organisation FORCE ROW LEVEL SECURITY;
ALTER TABLE rota_settings FORCE ROW LEVEL SECURITY;
SELECT protect('approval_rule', 'SELECT, INSERT, UPDATE');
