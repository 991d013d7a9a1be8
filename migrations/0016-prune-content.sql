-- What a message said is removed long after; that it was sent stays.
CREATE POLICY pruned ON message FOR UPDATE TO callboard_system USING (true) WITH CHECK (true);
GRANT UPDATE (data) ON message TO callboard_system;
-- Tables to come are readable for backups, as protect() makes their rows.
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO callboard_backup;
