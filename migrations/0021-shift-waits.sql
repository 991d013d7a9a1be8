-- Why a request waits for an admin where not every one does: the rules that ask for it, or what stood
-- in the way of approving it at once.
ALTER TABLE shift ADD COLUMN waits_because text NOT NULL DEFAULT '';
-- Whether swaps need an approval is a rule now: see 0021-approval-rules.sql.
DROP TABLE rota_settings;
