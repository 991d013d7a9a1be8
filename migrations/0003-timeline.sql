-- Who is where, when: one row per person (or seat) and span, whatever system put them there.
-- The exclusion constraint decides every race. It does not see an empty range or a NULL key,
-- hence the checks: a wall-clock span inside a spring-forward gap would make an empty one.
CREATE TABLE commitment (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  holder_kind text NOT NULL CHECK (holder_kind IN ('person', 'seat')),
  holder_id uuid NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  during tstzrange NOT NULL GENERATED ALWAYS AS (tstzrange(starts_at, ends_at, '[)')) STORED,
  local_start timestamp NOT NULL,
  local_end timestamp NOT NULL,
  zone text NOT NULL,
  tz_version text NOT NULL,
  source_kind text NOT NULL,
  source_id uuid NOT NULL,
  firmness text NOT NULL DEFAULT 'firm' CHECK (firmness IN ('held', 'firm')),
  expires_at timestamptz,
  CHECK ((firmness = 'held') = (expires_at IS NOT NULL)),
  CHECK (ends_at > starts_at),
  CHECK (isfinite(starts_at) AND isfinite(ends_at)),
  -- Look-ups need to look back no further than this; a longer absence is one row a week.
  CHECK (ends_at <= starts_at + interval '192 hours'),
  CHECK (NOT isempty(during) AND lower_inc(during) AND NOT upper_inc(during)),
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, source_kind, source_id, holder_kind, holder_id),
  CONSTRAINT commitment_no_overlap
    EXCLUDE USING gist (organisation_id WITH =, holder_id WITH =, during WITH &&)
    DEFERRABLE INITIALLY IMMEDIATE
);
-- Look-ups compare instants, not ranges: && is not leakproof, so under row security no index would serve it.
CREATE INDEX commitment_holder ON commitment (organisation_id, holder_id, starts_at);
CREATE INDEX commitment_span ON commitment (organisation_id, starts_at, ends_at);
SELECT protect('commitment', 'SELECT, INSERT, UPDATE, DELETE');
