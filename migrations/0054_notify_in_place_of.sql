-- In whose place somebody is told, where the one it was meant for has left.
ALTER TABLE notify_notice ADD COLUMN in_place_of BIGINT REFERENCES people_person (id);

-- What was told of one objective, and of one kind.
CREATE INDEX notify_notice_objective ON notify_notice (objective_id);
CREATE INDEX notify_notice_kind ON notify_notice (kind, created_at);
