-- When somebody was last here, and since when things are new to them.
CREATE TABLE okr_visit (
  person_id  BIGINT NOT NULL PRIMARY KEY REFERENCES people_person (id),
  since      BIGINT NOT NULL,
  seen_at    BIGINT NOT NULL
);
