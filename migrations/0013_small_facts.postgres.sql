-- Small facts: a car, a man at a gate, a hired room, a leaflet, kept for 90 days and once 90 more.
-- Ids are 16 bytes, times are microseconds UTC. `body` is sealed with the row's own data key
-- (`wrapped_key`, wrapped by the organisation's key); `salt` goes into the row's commitment in the
-- record. What can be compared lies in the body alone: a fact is sought by nobody, it asks.

-- `org_id` is the desk that noted it, `area` the municipality or prefecture where it was seen.
CREATE TABLE small_fact (
  org_id BYTEA NOT NULL,
  id BYTEA NOT NULL,
  area TEXT COLLATE "C" NOT NULL,
  expires_at BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  wrapped_key BYTEA NOT NULL,
  salt BYTEA NOT NULL,
  body BYTEA NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX small_fact_by_id ON small_fact (id);
CREATE INDEX small_fact_by_area ON small_fact (area, id);
CREATE INDEX small_fact_by_end ON small_fact (expires_at, id);
