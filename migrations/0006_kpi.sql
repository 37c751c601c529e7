CREATE TABLE kpi_kpi (
  id           BIGINT NOT NULL PRIMARY KEY,
  name         TEXT NOT NULL,
  description  TEXT NOT NULL,
  unit         TEXT NOT NULL,
  better       TEXT NOT NULL,
  low          DOUBLE PRECISION,
  high         DOUBLE PRECISION,
  margin       DOUBLE PRECISION,
  team_id      BIGINT REFERENCES people_team (id),
  owner_id     BIGINT NOT NULL REFERENCES people_person (id),
  cadence      TEXT NOT NULL,
  indicator    TEXT,
  last_value   DOUBLE PRECISION,
  last_at      BIGINT,
  archived_at  BIGINT,
  created_at   BIGINT NOT NULL,
  version      BIGINT NOT NULL
);
CREATE INDEX kpi_kpi_team ON kpi_kpi (team_id);

-- Rows are only ever added; a correction is a newer entry for the same day.
CREATE TABLE kpi_entry (
  id         BIGINT NOT NULL PRIMARY KEY,
  kpi_id     BIGINT NOT NULL REFERENCES kpi_kpi (id),
  value      DOUBLE PRECISION NOT NULL,
  note       TEXT NOT NULL,
  day        TEXT NOT NULL,
  author_id  BIGINT NOT NULL REFERENCES people_person (id),
  at         BIGINT NOT NULL
);
CREATE INDEX kpi_entry_kpi ON kpi_entry (kpi_id, day);
