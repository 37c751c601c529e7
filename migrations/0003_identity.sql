CREATE TABLE identity_password (
  person_id   BIGINT NOT NULL PRIMARY KEY,
  hash        TEXT NOT NULL,
  changed_at  BIGINT NOT NULL
);

-- Guesses that were not right, by the hash of what was given as e-mail address: there may be no such account.
CREATE TABLE identity_guess (
  account       TEXT NOT NULL PRIMARY KEY,
  failures      INTEGER NOT NULL,
  locked_until  BIGINT NOT NULL,
  last_at       BIGINT NOT NULL
);
CREATE INDEX identity_guess_age ON identity_guess (last_at);

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
CREATE INDEX identity_session_person ON identity_session (person_id, id);
CREATE INDEX identity_session_expiry ON identity_session (expires_at);
CREATE INDEX identity_session_seen ON identity_session (seen_at);

CREATE TABLE identity_token (
  id          BIGINT NOT NULL PRIMARY KEY,
  secret      TEXT NOT NULL UNIQUE,
  person_id   BIGINT NOT NULL,
  name        TEXT NOT NULL,
  scopes      TEXT NOT NULL,
  created_at  BIGINT NOT NULL,
  seen_at     BIGINT NOT NULL,
  expires_at  BIGINT NOT NULL
);
CREATE INDEX identity_token_person ON identity_token (person_id, id);
CREATE INDEX identity_token_expiry ON identity_token (expires_at);

CREATE TABLE identity_link (
  secret      TEXT NOT NULL PRIMARY KEY,
  person_id   BIGINT NOT NULL,
  purpose     TEXT NOT NULL,
  created_at  BIGINT NOT NULL,
  expires_at  BIGINT NOT NULL
);
CREATE INDEX identity_link_person ON identity_link (person_id);
CREATE INDEX identity_link_expiry ON identity_link (expires_at);
