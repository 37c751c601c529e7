-- Who would like a draft to become an objective.
CREATE TABLE okr_vote (
  objective_id  BIGINT NOT NULL REFERENCES okr_objective (id),
  person_id     BIGINT NOT NULL REFERENCES people_person (id),
  at            BIGINT NOT NULL,
  PRIMARY KEY (objective_id, person_id)
);

-- With whom a draft is shared, beside those whom it concerns.
CREATE TABLE okr_reader (
  objective_id  BIGINT NOT NULL REFERENCES okr_objective (id),
  person_id     BIGINT NOT NULL REFERENCES people_person (id),
  PRIMARY KEY (objective_id, person_id)
);
CREATE TABLE okr_reader_team (
  objective_id  BIGINT NOT NULL REFERENCES okr_objective (id),
  team_id       BIGINT NOT NULL REFERENCES people_team (id),
  PRIMARY KEY (objective_id, team_id)
);

-- A week without a check-in, and why. Rows are only ever added.
CREATE TABLE okr_skip (
  id             BIGINT NOT NULL PRIMARY KEY,
  key_result_id  BIGINT NOT NULL REFERENCES okr_key_result (id),
  author_id      BIGINT NOT NULL REFERENCES people_person (id),
  reason         TEXT NOT NULL,
  at             BIGINT NOT NULL
);
CREATE INDEX okr_skip_key_result ON okr_skip (key_result_id);

-- What a check-in did to milestones, so that it can be withdrawn.
CREATE TABLE okr_milestone_turn (
  check_in_id     BIGINT NOT NULL REFERENCES okr_check_in (id),
  milestone_id    BIGINT NOT NULL REFERENCES okr_milestone (id),
  reached_before  BIGINT,
  PRIMARY KEY (check_in_id, milestone_id)
);

ALTER TABLE okr_check_in ADD COLUMN withdrawn_at BIGINT;
ALTER TABLE okr_blocker ADD COLUMN check_in_id BIGINT REFERENCES okr_check_in (id);
CREATE INDEX okr_blocker_check_in ON okr_blocker (check_in_id);
ALTER TABLE okr_comment ADD COLUMN thanked_id BIGINT REFERENCES people_person (id);

-- Who touched an objective or one of its key results last.
ALTER TABLE okr_objective ADD COLUMN changed_by BIGINT REFERENCES people_person (id);
ALTER TABLE okr_objective ADD COLUMN changed_at BIGINT;
