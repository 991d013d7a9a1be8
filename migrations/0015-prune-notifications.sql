-- Notifications that have had their time are deleted; the journal and the outbox say who was told what.
GRANT SELECT, DELETE ON notification TO callboard_system;
CREATE POLICY system ON notification TO callboard_system USING (true);
