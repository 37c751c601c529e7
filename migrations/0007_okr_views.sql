-- A name for a filter and a way of looking; `query` is the part of an address behind the question mark.
CREATE TABLE okr_view (
  id          BIGINT NOT NULL PRIMARY KEY,
  owner_id    BIGINT NOT NULL REFERENCES people_person (id),
  name        TEXT NOT NULL,
  query       TEXT NOT NULL,
  sharing     TEXT NOT NULL,
  team_id     BIGINT REFERENCES people_team (id),
  created_at  BIGINT NOT NULL,
  version     BIGINT NOT NULL
);
CREATE INDEX okr_view_owner ON okr_view (owner_id);
CREATE INDEX okr_view_team ON okr_view (team_id);

CREATE TABLE okr_view_pin (
  person_id  BIGINT NOT NULL REFERENCES people_person (id),
  view_id    BIGINT NOT NULL REFERENCES okr_view (id),
  PRIMARY KEY (person_id, view_id)
);
CREATE INDEX okr_view_pin_view ON okr_view_pin (view_id);
