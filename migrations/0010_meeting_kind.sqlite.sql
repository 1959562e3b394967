-- Which kind of meeting a row is, so that the last one of its kind is found: the strategy meeting of
-- all stations and the briefing of a prefecture follow each its own. NULL in rows that were written
-- before: their kind stands in `body` alone, until they are changed.
ALTER TABLE meeting ADD COLUMN kind TEXT;
CREATE INDEX meeting_by_kind ON meeting (org_id, kind, starts_at);
