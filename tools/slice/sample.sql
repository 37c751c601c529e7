-- What somebody writes down for themselves.
CREATE TABLE sample_note (
  id          BIGINT NOT NULL PRIMARY KEY,
  author_id   BIGINT NOT NULL REFERENCES people_person (id),
  text        TEXT NOT NULL,
  created_at  BIGINT NOT NULL
);
CREATE INDEX sample_note_author ON sample_note (author_id, id);
