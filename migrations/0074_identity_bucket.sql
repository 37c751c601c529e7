-- Tries of unknown devices at an account: how far the bucket is spent, and when its owner was told. Only of accounts that there are.
CREATE TABLE identity_bucket (
  account      TEXT NOT NULL PRIMARY KEY,
  spent_until  BIGINT NOT NULL,
  told_at      BIGINT NOT NULL
);
CREATE INDEX identity_bucket_age ON identity_bucket (spent_until);
DROP TABLE identity_guess;

-- Browsers in which somebody has signed in, by the hash of what their cookie holds.
CREATE TABLE identity_device (
  secret     TEXT NOT NULL PRIMARY KEY,
  person_id  BIGINT NOT NULL REFERENCES people_person (id),
  seen_at    BIGINT NOT NULL
);
CREATE INDEX identity_device_person ON identity_device (person_id, seen_at);
CREATE INDEX identity_device_age ON identity_device (seen_at);
