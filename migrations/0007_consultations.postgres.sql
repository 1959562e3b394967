-- Consultations: advice asked for by phone or at the counter. Ids are 16 bytes, times are
-- microseconds UTC. `body` is sealed with the row's own data key (`wrapped_key`, wrapped by the
-- organisation's key); `salt` goes into the row's commitment in the record.

-- `org_id` is the desk that took it; `firm_id` the firm it is about, NULL where nobody said or it
-- is in no register.
CREATE TABLE consultation (
  org_id BYTEA NOT NULL,
  id BYTEA NOT NULL,
  firm_id BYTEA,
  state TEXT COLLATE "C" NOT NULL,
  made_at BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  wrapped_key BYTEA NOT NULL,
  salt BYTEA NOT NULL,
  body BYTEA NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX consultation_by_id ON consultation (id);
CREATE INDEX consultation_by_state ON consultation (state, id);
CREATE INDEX consultation_by_firm ON consultation (firm_id, id) WHERE firm_id IS NOT NULL;
