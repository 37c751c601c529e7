CREATE TABLE okr_cycle (
  id           BIGINT NOT NULL PRIMARY KEY,
  name         TEXT NOT NULL,
  name_key     TEXT NOT NULL UNIQUE,
  kind         TEXT NOT NULL,
  parent_id    BIGINT REFERENCES okr_cycle (id),
  starts_on    TEXT NOT NULL,
  ends_on      TEXT NOT NULL,
  midcycle_on  TEXT NOT NULL,
  phase        TEXT NOT NULL,
  cadence      TEXT NOT NULL,
  links        BIGINT NOT NULL,
  version      BIGINT NOT NULL,
  created_at   BIGINT NOT NULL
);
CREATE INDEX okr_cycle_starts ON okr_cycle (starts_on);
CREATE INDEX okr_cycle_parent ON okr_cycle (parent_id);

CREATE TABLE okr_objective (
  id              BIGINT NOT NULL PRIMARY KEY,
  cycle_id        BIGINT NOT NULL REFERENCES okr_cycle (id),
  level           TEXT NOT NULL,
  team_id         BIGINT REFERENCES people_team (id),
  person_id       BIGINT REFERENCES people_person (id),
  accountable_id  BIGINT NOT NULL REFERENCES people_person (id),
  title           TEXT NOT NULL,
  why             TEXT NOT NULL,
  ambition        TEXT NOT NULL,
  state           TEXT NOT NULL,
  position        INTEGER NOT NULL,
  progress        DOUBLE PRECISION,
  limit_reason    TEXT NOT NULL,
  carried_from    BIGINT REFERENCES okr_objective (id),
  import_key      TEXT UNIQUE,
  created_by      BIGINT NOT NULL REFERENCES people_person (id),
  created_at      BIGINT NOT NULL,
  published_at    BIGINT,
  version         BIGINT NOT NULL
);
CREATE INDEX okr_objective_team ON okr_objective (team_id, cycle_id);
CREATE INDEX okr_objective_person ON okr_objective (person_id, cycle_id);
CREATE INDEX okr_objective_cycle ON okr_objective (cycle_id);
CREATE INDEX okr_objective_accountable ON okr_objective (accountable_id, cycle_id);
CREATE INDEX okr_objective_carried ON okr_objective (carried_from);

CREATE TABLE okr_key_result (
  id             BIGINT NOT NULL PRIMARY KEY,
  objective_id   BIGINT NOT NULL REFERENCES okr_objective (id),
  title          TEXT NOT NULL,
  kind           TEXT NOT NULL,
  direction      TEXT NOT NULL,
  baseline       DOUBLE PRECISION NOT NULL,
  target         DOUBLE PRECISION NOT NULL,
  low            DOUBLE PRECISION,
  high           DOUBLE PRECISION,
  commit_level   DOUBLE PRECISION,
  stretch_level  DOUBLE PRECISION,
  unit           TEXT NOT NULL,
  weight         DOUBLE PRECISION NOT NULL,
  owner_id       BIGINT REFERENCES people_person (id),
  due_on         TEXT,
  indicator      TEXT,
  counter        TEXT NOT NULL,
  kpi_id         BIGINT,
  measured       INTEGER NOT NULL,
  position       INTEGER NOT NULL,
  dropped        INTEGER NOT NULL,
  current_value  DOUBLE PRECISION,
  confidence     INTEGER,
  progress       DOUBLE PRECISION,
  last_check_in  BIGINT,
  last_news_at   BIGINT,
  import_key     TEXT UNIQUE,
  created_at     BIGINT NOT NULL,
  version        BIGINT NOT NULL
);
CREATE INDEX okr_key_result_objective ON okr_key_result (objective_id);
CREATE INDEX okr_key_result_owner ON okr_key_result (owner_id);
CREATE INDEX okr_key_result_kpi ON okr_key_result (kpi_id);

CREATE TABLE okr_milestone (
  id             BIGINT NOT NULL PRIMARY KEY,
  key_result_id  BIGINT NOT NULL REFERENCES okr_key_result (id),
  title          TEXT NOT NULL,
  weight         DOUBLE PRECISION NOT NULL,
  due_on         TEXT,
  position       INTEGER NOT NULL,
  reached_at     BIGINT
);
CREATE INDEX okr_milestone_key_result ON okr_milestone (key_result_id);

CREATE TABLE okr_check_in (
  id               BIGINT NOT NULL PRIMARY KEY,
  key_result_id    BIGINT NOT NULL REFERENCES okr_key_result (id),
  author_id        BIGINT NOT NULL REFERENCES people_person (id),
  value            DOUBLE PRECISION,
  confidence       INTEGER,
  progress         DOUBLE PRECISION,
  what_happened    TEXT NOT NULL,
  what_next        TEXT NOT NULL,
  help_needed      TEXT NOT NULL,
  evidence         TEXT NOT NULL,
  source           TEXT NOT NULL,
  at               BIGINT NOT NULL,
  acknowledged_by  BIGINT REFERENCES people_person (id),
  acknowledged_at  BIGINT
);
CREATE INDEX okr_check_in_key_result ON okr_check_in (key_result_id, at);

-- Supports-links: an objective supports an objective (and there perhaps one key result).
CREATE TABLE okr_link (
  id                    BIGINT NOT NULL PRIMARY KEY,
  child_id              BIGINT NOT NULL REFERENCES okr_objective (id),
  parent_id             BIGINT NOT NULL REFERENCES okr_objective (id),
  parent_key_result_id  BIGINT REFERENCES okr_key_result (id),
  is_primary            INTEGER NOT NULL,
  state                 TEXT NOT NULL,
  proposed_by           BIGINT NOT NULL REFERENCES people_person (id),
  created_at            BIGINT NOT NULL
);
CREATE INDEX okr_link_child ON okr_link (child_id, is_primary, state, parent_id);
CREATE INDEX okr_link_parent ON okr_link (parent_id);

CREATE TABLE okr_dependency (
  id             BIGINT NOT NULL PRIMARY KEY,
  objective_id   BIGINT NOT NULL REFERENCES okr_objective (id),
  provider_id    BIGINT NOT NULL REFERENCES okr_objective (id),
  need           TEXT NOT NULL,
  due_on         TEXT,
  state          TEXT NOT NULL,
  asked_by       BIGINT NOT NULL REFERENCES people_person (id),
  answered_by    BIGINT REFERENCES people_person (id),
  answer         TEXT NOT NULL,
  created_at     BIGINT NOT NULL,
  answered_at    BIGINT
);
CREATE INDEX okr_dependency_objective ON okr_dependency (objective_id);
CREATE INDEX okr_dependency_provider ON okr_dependency (provider_id);

CREATE TABLE okr_contributor (
  objective_id  BIGINT NOT NULL REFERENCES okr_objective (id),
  person_id     BIGINT NOT NULL REFERENCES people_person (id),
  PRIMARY KEY (objective_id, person_id)
);
CREATE INDEX okr_contributor_person ON okr_contributor (person_id);

CREATE TABLE okr_blocker (
  id              BIGINT NOT NULL PRIMARY KEY,
  key_result_id   BIGINT NOT NULL REFERENCES okr_key_result (id),
  objective_id    BIGINT NOT NULL REFERENCES okr_objective (id),
  text            TEXT NOT NULL,
  owner_id        BIGINT NOT NULL REFERENCES people_person (id),
  raised_by       BIGINT NOT NULL REFERENCES people_person (id),
  raised_at       BIGINT NOT NULL,
  resolved_by     BIGINT REFERENCES people_person (id),
  resolved_at     BIGINT,
  resolution      TEXT NOT NULL
);
CREATE INDEX okr_blocker_objective ON okr_blocker (objective_id);
CREATE INDEX okr_blocker_owner ON okr_blocker (owner_id);

CREATE TABLE okr_comment (
  id            BIGINT NOT NULL PRIMARY KEY,
  objective_id  BIGINT NOT NULL REFERENCES okr_objective (id),
  check_in_id   BIGINT REFERENCES okr_check_in (id),
  author_id     BIGINT NOT NULL REFERENCES people_person (id),
  text          TEXT NOT NULL,
  created_at    BIGINT NOT NULL
);
CREATE INDEX okr_comment_objective ON okr_comment (objective_id);

CREATE TABLE okr_mention (
  comment_id  BIGINT NOT NULL REFERENCES okr_comment (id),
  person_id   BIGINT NOT NULL REFERENCES people_person (id),
  PRIMARY KEY (comment_id, person_id)
);
CREATE INDEX okr_mention_person ON okr_mention (person_id);

CREATE TABLE okr_initiative (
  id             BIGINT NOT NULL PRIMARY KEY,
  objective_id   BIGINT NOT NULL REFERENCES okr_objective (id),
  key_result_id  BIGINT REFERENCES okr_key_result (id),
  title          TEXT NOT NULL,
  owner_id       BIGINT REFERENCES people_person (id),
  due_on         TEXT,
  state          TEXT NOT NULL,
  created_at     BIGINT NOT NULL,
  version        BIGINT NOT NULL
);
CREATE INDEX okr_initiative_objective ON okr_initiative (objective_id);

-- What was changed in a published objective or key result, by whom and why. Rows are only ever added.
CREATE TABLE okr_change (
  id             BIGINT NOT NULL PRIMARY KEY,
  objective_id   BIGINT NOT NULL REFERENCES okr_objective (id),
  key_result_id  BIGINT REFERENCES okr_key_result (id),
  field          TEXT NOT NULL,
  before         TEXT NOT NULL,
  after          TEXT NOT NULL,
  reason         TEXT NOT NULL,
  changed_by     BIGINT NOT NULL REFERENCES people_person (id),
  at             BIGINT NOT NULL
);
CREATE INDEX okr_change_objective ON okr_change (objective_id);

CREATE TABLE okr_closure (
  objective_id     BIGINT NOT NULL PRIMARY KEY,
  grade            DOUBLE PRECISION NOT NULL,
  suggested_grade  DOUBLE PRECISION,
  reason           TEXT NOT NULL,
  execution        TEXT NOT NULL,
  cause            TEXT,
  learning         TEXT NOT NULL,
  could_stretch    TEXT NOT NULL,
  closed_by        BIGINT NOT NULL REFERENCES people_person (id),
  closed_at        BIGINT NOT NULL
);

CREATE TABLE okr_key_result_closure (
  key_result_id  BIGINT NOT NULL PRIMARY KEY,
  objective_id   BIGINT NOT NULL REFERENCES okr_objective (id),
  outcome        TEXT NOT NULL,
  grade          DOUBLE PRECISION NOT NULL,
  cause          TEXT,
  note           TEXT NOT NULL
);
CREATE INDEX okr_key_result_closure_objective ON okr_key_result_closure (objective_id);

CREATE TABLE okr_retro (
  team_id     BIGINT NOT NULL REFERENCES people_team (id),
  cycle_id    BIGINT NOT NULL REFERENCES okr_cycle (id),
  celebrate   TEXT NOT NULL,
  learn       TEXT NOT NULL,
  shifted     TEXT NOT NULL,
  next        TEXT NOT NULL,
  updated_by  BIGINT NOT NULL REFERENCES people_person (id),
  updated_at  BIGINT NOT NULL,
  version     BIGINT NOT NULL,
  PRIMARY KEY (team_id, cycle_id)
);
CREATE INDEX okr_retro_cycle ON okr_retro (cycle_id);
