-- What was decided about an objective in the middle of its cycle. Rows are only ever added; the newest one counts.
CREATE TABLE okr_midcycle (
  id            BIGINT NOT NULL PRIMARY KEY,
  objective_id  BIGINT NOT NULL REFERENCES okr_objective (id),
  decision      TEXT NOT NULL,
  reason        TEXT NOT NULL,
  decided_by    BIGINT NOT NULL REFERENCES people_person (id),
  at            BIGINT NOT NULL
);
CREATE INDEX okr_midcycle_objective ON okr_midcycle (objective_id);

-- One line of a retro. A learning of a closed objective is one that names it; that of a person has no team.
CREATE TABLE okr_retro_card (
  id            BIGINT NOT NULL PRIMARY KEY,
  team_id       BIGINT REFERENCES people_team (id),
  cycle_id      BIGINT NOT NULL REFERENCES okr_cycle (id),
  part          TEXT NOT NULL,
  text          TEXT NOT NULL,
  text_key      TEXT NOT NULL,
  objective_id  BIGINT REFERENCES okr_objective (id),
  author_id     BIGINT NOT NULL REFERENCES people_person (id),
  created_at    BIGINT NOT NULL,
  version       BIGINT NOT NULL
);
CREATE INDEX okr_retro_card_team ON okr_retro_card (team_id, cycle_id);
CREATE INDEX okr_retro_card_part ON okr_retro_card (part, id);

INSERT INTO okr_retro_card (id, team_id, cycle_id, part, text, text_key, author_id, created_at, version)
SELECT ROW_NUMBER() OVER (ORDER BY updated_at, team_id) * 8, team_id, cycle_id, 'celebrate', celebrate, LOWER(celebrate), updated_by, updated_at, 1
  FROM okr_retro
 WHERE celebrate <> '';
INSERT INTO okr_retro_card (id, team_id, cycle_id, part, text, text_key, author_id, created_at, version)
SELECT ROW_NUMBER() OVER (ORDER BY updated_at, team_id) * 8 + 1, team_id, cycle_id, 'learn', learn, LOWER(learn), updated_by, updated_at, 1
  FROM okr_retro
 WHERE learn <> '';
INSERT INTO okr_retro_card (id, team_id, cycle_id, part, text, text_key, author_id, created_at, version)
SELECT ROW_NUMBER() OVER (ORDER BY updated_at, team_id) * 8 + 2, team_id, cycle_id, 'shifted', shifted, LOWER(shifted), updated_by, updated_at, 1
  FROM okr_retro
 WHERE shifted <> '';
INSERT INTO okr_retro_card (id, team_id, cycle_id, part, text, text_key, author_id, created_at, version)
SELECT ROW_NUMBER() OVER (ORDER BY updated_at, team_id) * 8 + 3, team_id, cycle_id, 'next', next, LOWER(next), updated_by, updated_at, 1
  FROM okr_retro
 WHERE next <> '';
INSERT INTO okr_retro_card (id, team_id, cycle_id, part, text, text_key, objective_id, author_id, created_at, version)
SELECT ROW_NUMBER() OVER (ORDER BY x.closed_at, x.objective_id) * 8 + 4, o.team_id, o.cycle_id, 'learn', x.learning, LOWER(x.learning), o.id, x.closed_by, x.closed_at, 1
  FROM okr_closure x JOIN okr_objective o ON o.id = x.objective_id
 WHERE x.learning <> '';

ALTER TABLE okr_retro DROP COLUMN celebrate;
ALTER TABLE okr_retro DROP COLUMN learn;
ALTER TABLE okr_retro DROP COLUMN shifted;
ALTER TABLE okr_retro DROP COLUMN next;
ALTER TABLE okr_retro DROP COLUMN version;
