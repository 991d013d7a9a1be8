-- The log of a reminder is what its messages went through; it has its time.
CREATE POLICY pruned ON attempt FOR DELETE TO callboard_system USING (true);
CREATE POLICY pruned ON delivery_report FOR DELETE TO callboard_system USING (true);
GRANT DELETE ON attempt, delivery_report TO callboard_system;
CREATE INDEX reminder_assignment ON reminder (organisation_id, assignment_id, id);
CREATE INDEX reminder_person ON reminder (organisation_id, person_id, starts_at, id) WHERE status <> 'CANCELLED';
CREATE INDEX reminder_queued ON reminder (organisation_id, queued_at) WHERE queued_at IS NOT NULL;
