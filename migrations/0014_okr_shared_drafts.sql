-- Who shared a draft, and when. What was shared before counts as shared by its author when it was written.
ALTER TABLE okr_reader ADD COLUMN shared_by BIGINT REFERENCES people_person (id);
ALTER TABLE okr_reader ADD COLUMN shared_at BIGINT;
ALTER TABLE okr_reader_team ADD COLUMN shared_by BIGINT REFERENCES people_person (id);
ALTER TABLE okr_reader_team ADD COLUMN shared_at BIGINT;

UPDATE okr_reader
   SET shared_by = (SELECT o.created_by FROM okr_objective o WHERE o.id = okr_reader.objective_id),
       shared_at = (SELECT o.created_at FROM okr_objective o WHERE o.id = okr_reader.objective_id);
UPDATE okr_reader_team
   SET shared_by = (SELECT o.created_by FROM okr_objective o WHERE o.id = okr_reader_team.objective_id),
       shared_at = (SELECT o.created_at FROM okr_objective o WHERE o.id = okr_reader_team.objective_id);

CREATE INDEX okr_reader_person ON okr_reader (person_id);
CREATE INDEX okr_reader_team_team ON okr_reader_team (team_id);
