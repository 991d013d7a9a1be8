-- The nightly sweep asks whether the roster of a sign-up is over.
CREATE POLICY system ON roster FOR SELECT TO callboard_system USING (true);
GRANT SELECT ON roster TO callboard_system;
