-- Limits for each level: what was agreed for teams holds for the company and for people too, until it is said otherwise.
ALTER TABLE people_settings ADD COLUMN company_objectives_least INTEGER NOT NULL DEFAULT 3;
ALTER TABLE people_settings ADD COLUMN company_objectives_most INTEGER NOT NULL DEFAULT 5;
ALTER TABLE people_settings ADD COLUMN company_key_results_least INTEGER NOT NULL DEFAULT 3;
ALTER TABLE people_settings ADD COLUMN company_key_results_most INTEGER NOT NULL DEFAULT 5;
ALTER TABLE people_settings ADD COLUMN person_objectives_least INTEGER NOT NULL DEFAULT 3;
ALTER TABLE people_settings ADD COLUMN person_objectives_most INTEGER NOT NULL DEFAULT 5;
ALTER TABLE people_settings ADD COLUMN person_key_results_least INTEGER NOT NULL DEFAULT 3;
ALTER TABLE people_settings ADD COLUMN person_key_results_most INTEGER NOT NULL DEFAULT 5;

UPDATE people_settings
   SET company_objectives_least = objectives_least, company_objectives_most = objectives_most,
       company_key_results_least = key_results_least, company_key_results_most = key_results_most,
       person_objectives_least = objectives_least, person_objectives_most = objectives_most,
       person_key_results_least = key_results_least, person_key_results_most = key_results_most;

-- How many levels a chain of support may have before it is called deep, and whether a deeper link is refused.
ALTER TABLE people_settings ADD COLUMN levels_most INTEGER NOT NULL DEFAULT 3;
ALTER TABLE people_settings ADD COLUMN levels_stop INTEGER NOT NULL DEFAULT 0;

-- Somebody's own initiatives.
CREATE INDEX okr_initiative_owner ON okr_initiative (owner_id, state);
