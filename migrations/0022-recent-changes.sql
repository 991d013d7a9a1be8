-- What happened lately is looked for from the newest change on, of one person and of all.
CREATE INDEX reservation_person_changed ON reservation (organisation_id, person_id, updated_at DESC);
CREATE INDEX reservation_changed ON reservation (organisation_id, updated_at DESC);
