-- Each line of the log holds a hash of itself and of the line before. Lines hold ids and codes; words lie beside them, and the chain knows a salted hash of them.
-- What was written before keeps its sentence as words; the next start of the program salts it and makes the hashes.
DROP INDEX audit_event_subject;
DROP INDEX audit_event_actor;
ALTER TABLE audit_event RENAME TO audit_event_before;
CREATE TABLE audit_event (
  id              BIGINT NOT NULL PRIMARY KEY,
  at              BIGINT NOT NULL,
  actor_id        BIGINT,
  in_place_of_id  BIGINT,
  action          TEXT NOT NULL,
  subject         TEXT NOT NULL,
  subject_id      BIGINT,
  with_id         BIGINT,
  codes           TEXT NOT NULL,
  words_hash      TEXT NOT NULL,
  hash            TEXT NOT NULL
);
CREATE TABLE audit_words (
  event_id  BIGINT NOT NULL PRIMARY KEY REFERENCES audit_event (id),
  salt      TEXT NOT NULL,
  words     TEXT NOT NULL
);
CREATE TABLE audit_head (
  one         BIGINT NOT NULL PRIMARY KEY,
  last_id     BIGINT NOT NULL,
  hash        TEXT NOT NULL,
  begun       BIGINT NOT NULL,
  first_id    BIGINT NOT NULL,
  hash_before TEXT NOT NULL
);
INSERT INTO audit_event (id, at, actor_id, in_place_of_id, action, subject, subject_id, with_id, codes, words_hash, hash)
SELECT ROW_NUMBER() OVER (ORDER BY id), at, actor_id, NULL, action, subject, subject_id, NULL, 'said=before', '', ''
  FROM audit_event_before;
INSERT INTO audit_words (event_id, salt, words)
SELECT ROW_NUMBER() OVER (ORDER BY id), '', detail
  FROM audit_event_before;
INSERT INTO audit_head (one, last_id, hash, begun, first_id, hash_before)
SELECT 1, COUNT(*), '', CASE WHEN COUNT(*) = 0 THEN 1 ELSE 0 END, 1, '' FROM audit_event;
DROP TABLE audit_event_before;
CREATE INDEX audit_event_subject ON audit_event (subject_id, id);
CREATE INDEX audit_event_actor ON audit_event (actor_id, id);
