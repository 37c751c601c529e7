-- What people did about two objectives that may be the same work, or pull against each other. A talk is a comment.
CREATE TABLE okr_pair_act (
  id            BIGINT NOT NULL PRIMARY KEY,
  low_id        BIGINT NOT NULL REFERENCES okr_objective (id),
  high_id       BIGINT NOT NULL REFERENCES okr_objective (id),
  kind          TEXT NOT NULL,
  step          TEXT NOT NULL,
  objective_id  BIGINT NOT NULL REFERENCES okr_objective (id),
  text          TEXT NOT NULL,
  comment_id    BIGINT,
  basis         BIGINT NOT NULL,
  person_id     BIGINT NOT NULL REFERENCES people_person (id),
  at            BIGINT NOT NULL
);
CREATE INDEX okr_pair_act_low ON okr_pair_act (low_id, high_id);
CREATE INDEX okr_pair_act_high ON okr_pair_act (high_id);
