CREATE TABLE identity_password (
  person_id     BIGINT NOT NULL PRIMARY KEY,
  hash          TEXT NOT NULL,
  failures      INTEGER NOT NULL,
  locked_until  BIGINT NOT NULL,
  changed_at    BIGINT NOT NULL
);

-- Sessions, API tokens and one-time links are kept by the hash of their secret.
CREATE TABLE identity_session (
  id          BIGINT NOT NULL PRIMARY KEY,
  secret      TEXT NOT NULL UNIQUE,
  person_id   BIGINT NOT NULL,
  agent       TEXT NOT NULL,
  created_at  BIGINT NOT NULL,
  seen_at     BIGINT NOT NULL,
  expires_at  BIGINT NOT NULL
);
CREATE INDEX identity_session_person ON identity_session (person_id);
CREATE INDEX identity_session_expiry ON identity_session (expires_at);

CREATE TABLE identity_token (
  id          BIGINT NOT NULL PRIMARY KEY,
  secret      TEXT NOT NULL UNIQUE,
  person_id   BIGINT NOT NULL,
  name        TEXT NOT NULL,
  scopes      TEXT NOT NULL,
  created_at  BIGINT NOT NULL,
  expires_at  BIGINT NOT NULL,
  revoked_at  BIGINT
);
CREATE INDEX identity_token_person ON identity_token (person_id);

CREATE TABLE identity_link (
  secret      TEXT NOT NULL PRIMARY KEY,
  person_id   BIGINT NOT NULL,
  purpose     TEXT NOT NULL,
  expires_at  BIGINT NOT NULL
);
CREATE INDEX identity_link_person ON identity_link (person_id);
CREATE INDEX identity_link_expiry ON identity_link (expires_at);
