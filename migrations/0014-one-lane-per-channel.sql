-- Each channel has its own lane: a provider that is slow or wants a pause holds up no other.
DROP INDEX message_due;
CREATE INDEX message_due ON message (channel, organisation_id, due_at) WHERE status IN ('queued', 'sending');
GRANT SELECT ON provider_pause TO callboard_system;
