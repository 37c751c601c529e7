-- What somebody gave back when they left, for the day on which that is taken back.
CREATE TABLE people_kept_place (
  person_id  BIGINT NOT NULL REFERENCES people_person (id),
  kind       TEXT NOT NULL,
  place_id   BIGINT NOT NULL,
  role       TEXT NOT NULL,
  PRIMARY KEY (person_id, kind, place_id, role)
);
