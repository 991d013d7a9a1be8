-- The standing join code of an organisation had neither an end nor a limit; those of `join_code` have both.
ALTER TABLE organisation DROP COLUMN join_code;
