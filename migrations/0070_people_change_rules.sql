-- What may change once it is published, and whether a reason is asked: as it was so far, until it is said otherwise.
ALTER TABLE people_settings ADD COLUMN change_words TEXT NOT NULL DEFAULT 'with_reason';
ALTER TABLE people_settings ADD COLUMN change_measure TEXT NOT NULL DEFAULT 'with_reason';
ALTER TABLE people_settings ADD COLUMN change_hands TEXT NOT NULL DEFAULT 'with_reason';
ALTER TABLE people_settings ADD COLUMN change_due TEXT NOT NULL DEFAULT 'with_reason';
ALTER TABLE people_settings ADD COLUMN change_key_results TEXT NOT NULL DEFAULT 'with_reason';
ALTER TABLE people_settings ADD COLUMN change_cycle TEXT NOT NULL DEFAULT 'with_reason';
