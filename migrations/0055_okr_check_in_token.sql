-- The name of the API token that a check-in came by.
ALTER TABLE okr_check_in ADD COLUMN token TEXT NOT NULL DEFAULT '';
