-- What every slice stands on. BIGINT ids and milliseconds UTC, days and enums as TEXT, truth as INTEGER 0/1.

CREATE TABLE core_setting (
  name   TEXT NOT NULL PRIMARY KEY,
  value  TEXT NOT NULL
);

-- The outbox: written in the transaction that made the news, read by whoever listens.
CREATE TABLE core_event (
  id          BIGINT NOT NULL PRIMARY KEY,
  kind        TEXT NOT NULL,
  subject     TEXT NOT NULL,
  subject_id  BIGINT NOT NULL,
  parent_id   BIGINT NOT NULL,
  team_id     BIGINT,
  actor_id    BIGINT,
  restricted  INTEGER NOT NULL,
  at          BIGINT NOT NULL
);
CREATE INDEX core_event_at ON core_event (at);

CREATE TABLE core_job (
  id          BIGINT NOT NULL PRIMARY KEY,
  kind        TEXT NOT NULL,
  body        TEXT NOT NULL,
  due_at      BIGINT NOT NULL,
  attempts    INTEGER NOT NULL,
  held_until  BIGINT NOT NULL,
  last_error  TEXT NOT NULL
);
CREATE INDEX core_job_due ON core_job (due_at);
CREATE INDEX core_job_kind ON core_job (kind);

CREATE TABLE core_idempotency (
  person_id    BIGINT NOT NULL,
  request_key  TEXT NOT NULL,
  fingerprint  TEXT NOT NULL,
  status       INTEGER NOT NULL,
  location     TEXT NOT NULL,
  body         TEXT NOT NULL,
  created_at   BIGINT NOT NULL,
  PRIMARY KEY (person_id, request_key)
);
CREATE INDEX core_idempotency_age ON core_idempotency (created_at);
