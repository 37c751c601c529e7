-- When a bucket was last drawn on: where that lies ahead of the clock, the clock was set back, and what is spent goes back with it.
ALTER TABLE identity_bucket ADD COLUMN seen_at BIGINT NOT NULL DEFAULT 0;
