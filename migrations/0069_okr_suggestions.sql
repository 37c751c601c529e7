-- Suggestions from one's own past: whether there are any here, who wants none, and what somebody answered to each.
ALTER TABLE people_settings ADD COLUMN suggestions INTEGER NOT NULL DEFAULT 1;
CREATE TABLE okr_no_suggestions (
  person_id  BIGINT NOT NULL PRIMARY KEY REFERENCES people_person (id),
  at         BIGINT NOT NULL
);
CREATE TABLE okr_suggestion_answer (
  person_id  BIGINT NOT NULL REFERENCES people_person (id),
  cycle_id   BIGINT NOT NULL REFERENCES okr_cycle (id),
  kind       TEXT NOT NULL,
  source_id  BIGINT NOT NULL,
  accepted   INTEGER NOT NULL,
  at         BIGINT NOT NULL,
  PRIMARY KEY (person_id, cycle_id, kind, source_id)
);
CREATE INDEX okr_retro_card_author ON okr_retro_card (author_id, cycle_id);
CREATE INDEX kpi_kpi_owner ON kpi_kpi (owner_id);
