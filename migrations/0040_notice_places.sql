-- Where a notice leads: to a page, and to the comment, KPI or cycle on it; a retro is that of a team.
ALTER TABLE notify_notice ADD COLUMN page TEXT NOT NULL DEFAULT 'objective';
ALTER TABLE notify_notice ADD COLUMN place_id BIGINT;
ALTER TABLE notify_notice ADD COLUMN team_id BIGINT;

UPDATE notify_notice SET page = 'check_in' WHERE kind IN ('check_in_due', 'check_in_late');
UPDATE notify_notice SET once = 'company_' || once WHERE kind = 'company_published';

-- What was handed up of somebody.
CREATE INDEX notify_notice_actor ON notify_notice (actor_id, kind);
