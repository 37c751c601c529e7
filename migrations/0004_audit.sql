-- Who did what, when. Rows are only ever added.
CREATE TABLE audit_event (
  id          BIGINT NOT NULL PRIMARY KEY,
  at          BIGINT NOT NULL,
  actor_id    BIGINT,
  action      TEXT NOT NULL,
  subject     TEXT NOT NULL,
  subject_id  BIGINT,
  detail      TEXT NOT NULL
);
CREATE INDEX audit_event_subject ON audit_event (subject, subject_id);
