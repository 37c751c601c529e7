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
CREATE INDEX audit_event_subject ON audit_event (subject_id, id);
CREATE INDEX audit_event_actor ON audit_event (actor_id, id);
