-- How an objective had ended before it was opened again.
CREATE TABLE okr_past_closure (
  id            BIGINT NOT NULL PRIMARY KEY,
  objective_id  BIGINT NOT NULL REFERENCES okr_objective (id),
  grade         DOUBLE PRECISION NOT NULL,
  reason        TEXT NOT NULL,
  learning      TEXT NOT NULL,
  closed_by     BIGINT NOT NULL REFERENCES people_person (id),
  closed_at     BIGINT NOT NULL,
  reopened_by   BIGINT NOT NULL REFERENCES people_person (id),
  reopened_at   BIGINT NOT NULL
);
CREATE INDEX okr_past_closure_objective ON okr_past_closure (objective_id);
