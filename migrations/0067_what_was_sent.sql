-- What the program sent by itself, or held back, line by line. No person_id: to everybody, `people` of them.
CREATE TABLE notify_sent (
  id            BIGINT NOT NULL PRIMARY KEY,
  at            BIGINT NOT NULL,
  channel       TEXT NOT NULL,
  kind          TEXT NOT NULL,
  once          TEXT NOT NULL,
  person_id     BIGINT REFERENCES people_person (id),
  people        INTEGER NOT NULL,
  held          TEXT,
  actor_id      BIGINT REFERENCES people_person (id),
  in_place_of   BIGINT REFERENCES people_person (id),
  page          TEXT NOT NULL,
  objective_id  BIGINT,
  place_id      BIGINT,
  team_id       BIGINT,
  amount        INTEGER NOT NULL,
  days          INTEGER NOT NULL
);
CREATE INDEX notify_sent_person ON notify_sent (person_id, id);
CREATE INDEX notify_sent_kind ON notify_sent (kind, id);
CREATE INDEX notify_sent_once ON notify_sent (once, person_id);
CREATE INDEX notify_sent_age ON notify_sent (at);

-- How a job went. No fault: it worked. No sent: it sends nothing.
CREATE TABLE core_job_run (
  id         BIGINT NOT NULL PRIMARY KEY,
  kind       TEXT NOT NULL,
  at         BIGINT NOT NULL,
  took_ms    BIGINT NOT NULL,
  sent       BIGINT,
  fault      TEXT,
  reference  TEXT NOT NULL
);
CREATE INDEX core_job_run_kind ON core_job_run (kind, id);
CREATE INDEX core_job_run_age ON core_job_run (at);
