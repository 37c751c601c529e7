-- Whoever answers for an objective said that it fits their role, as the role was called then.
CREATE TABLE okr_role_fit (
  objective_id  BIGINT NOT NULL PRIMARY KEY REFERENCES okr_objective (id),
  person_id     BIGINT NOT NULL REFERENCES people_person (id),
  role          TEXT NOT NULL,
  at            BIGINT NOT NULL
);
CREATE INDEX okr_role_fit_person ON okr_role_fit (person_id);
