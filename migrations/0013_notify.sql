-- What people are told. shown_at is when it came, or the end of its snooze.
CREATE TABLE notify_notice (
  id            BIGINT NOT NULL PRIMARY KEY,
  person_id     BIGINT NOT NULL REFERENCES people_person (id),
  kind          TEXT NOT NULL,
  once          TEXT NOT NULL,
  actor_id      BIGINT REFERENCES people_person (id),
  objective_id  BIGINT,
  about         TEXT NOT NULL,
  text          TEXT NOT NULL,
  amount        INTEGER NOT NULL,
  days          INTEGER NOT NULL,
  created_at    BIGINT NOT NULL,
  shown_at      BIGINT NOT NULL,
  read_at       BIGINT,
  UNIQUE (once, person_id)
);
CREATE INDEX notify_notice_person ON notify_notice (person_id, shown_at);
CREATE INDEX notify_notice_age ON notify_notice (created_at);

-- Only what differs from the usual: everything in the inbox and in the digest.
CREATE TABLE notify_setting (
  person_id  BIGINT NOT NULL REFERENCES people_person (id),
  kind       TEXT NOT NULL,
  inbox      INTEGER NOT NULL,
  digest     INTEGER NOT NULL,
  PRIMARY KEY (person_id, kind)
);
