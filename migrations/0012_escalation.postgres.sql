-- A clock that ran out is put before those who lead: since when. Nothing while it has time left.
ALTER TABLE task ADD COLUMN escalated_at BIGINT;
