-- Days on which somebody is away. Why they are is not kept.
CREATE TABLE people_absence (
  id          BIGINT NOT NULL PRIMARY KEY,
  person_id   BIGINT NOT NULL REFERENCES people_person (id),
  starts_on   TEXT NOT NULL,
  ends_on     TEXT NOT NULL,
  created_by  BIGINT NOT NULL,
  created_at  BIGINT NOT NULL
);
CREATE INDEX people_absence_person ON people_absence (person_id, ends_on);

CREATE TABLE people_holiday (
  day   TEXT NOT NULL PRIMARY KEY,
  name  TEXT NOT NULL
);

-- One row: how this organisation works with OKRs.
CREATE TABLE people_settings (
  id                 INTEGER NOT NULL PRIMARY KEY,
  vision             TEXT NOT NULL,
  objectives_least   INTEGER NOT NULL,
  objectives_most    INTEGER NOT NULL,
  key_results_least  INTEGER NOT NULL,
  key_results_most   INTEGER NOT NULL,
  cadence            TEXT NOT NULL,
  hand_up_after      INTEGER NOT NULL,
  individual_okrs    INTEGER NOT NULL,
  version            BIGINT NOT NULL
);
INSERT INTO people_settings (id, vision, objectives_least, objectives_most, key_results_least, key_results_most, cadence, hand_up_after,
                             individual_okrs, version)
VALUES (1, '', 3, 5, 3, 5, 'weekly', 7, 1, 1);

-- How OKRs are used here, in every wording it ever had; the newest counts.
CREATE TABLE guide_guideline (
  version     BIGINT NOT NULL PRIMARY KEY,
  text        TEXT NOT NULL,
  author_id   BIGINT NOT NULL,
  created_at  BIGINT NOT NULL
);
CREATE TABLE guide_acknowledgement (
  version    BIGINT NOT NULL,
  person_id  BIGINT NOT NULL,
  at         BIGINT NOT NULL,
  PRIMARY KEY (version, person_id)
);
