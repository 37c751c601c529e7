-- The sentence of a key result with the figures of its measure, where it states others; empty where they agree, and
-- nothing until it was read.
ALTER TABLE okr_key_result ADD COLUMN restated TEXT;
CREATE INDEX okr_key_result_unread ON okr_key_result (objective_id) WHERE restated IS NULL;
