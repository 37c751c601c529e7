CREATE TABLE people_team (
  id          BIGINT NOT NULL PRIMARY KEY,
  name        TEXT NOT NULL,
  name_key    TEXT NOT NULL UNIQUE,
  kind        TEXT NOT NULL,
  parent_id   BIGINT REFERENCES people_team (id),
  lead_id     BIGINT,
  cadence     TEXT,
  version     BIGINT NOT NULL,
  created_at  BIGINT NOT NULL
);
CREATE INDEX people_team_parent ON people_team (parent_id);
CREATE INDEX people_team_lead ON people_team (lead_id);

CREATE TABLE people_person (
  id           BIGINT NOT NULL PRIMARY KEY,
  name         TEXT NOT NULL,
  name_key     TEXT NOT NULL,
  email        TEXT NOT NULL,
  email_key    TEXT NOT NULL UNIQUE,
  external_id  TEXT UNIQUE,
  title        TEXT NOT NULL,
  manager_id   BIGINT REFERENCES people_person (id),
  language     TEXT NOT NULL,
  left_at      BIGINT,
  version      BIGINT NOT NULL,
  created_at   BIGINT NOT NULL
);
CREATE INDEX people_person_manager ON people_person (manager_id);
CREATE INDEX people_person_name ON people_person (name_key, id);

CREATE TABLE people_member (
  team_id    BIGINT NOT NULL REFERENCES people_team (id),
  person_id  BIGINT NOT NULL REFERENCES people_person (id),
  PRIMARY KEY (team_id, person_id)
);
CREATE INDEX people_member_person ON people_member (person_id, team_id);

CREATE TABLE people_role (
  person_id  BIGINT NOT NULL REFERENCES people_person (id),
  role       TEXT NOT NULL,
  PRIMARY KEY (person_id, role)
);
CREATE INDEX people_role_role ON people_role (role, person_id);

-- One row, touched by whoever changes who reports to whom or who may do what: two such changes never run side by side.
CREATE TABLE people_structure (
  id       INTEGER NOT NULL PRIMARY KEY,
  changes  BIGINT NOT NULL
);
INSERT INTO people_structure (id, changes) VALUES (1, 0);
