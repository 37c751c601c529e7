-- When the person of a session last gave their password in it.
ALTER TABLE identity_session ADD COLUMN proved_at BIGINT NOT NULL DEFAULT 0;
UPDATE identity_session SET proved_at = created_at;
