-- The outbox is its own queue: a worker leases what is due and moves `due_at` to the end of its
-- lease, so what a dead worker held is due again by itself.
UPDATE message SET due_at = greatest(due_at, leased_until) WHERE status = 'sending';
ALTER TABLE message DROP COLUMN leased_until;
DROP INDEX message_open;
CREATE INDEX message_due ON message (organisation_id, due_at) WHERE status IN ('queued', 'sending');
