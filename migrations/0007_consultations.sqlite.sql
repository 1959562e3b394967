-- Consultations: advice asked for by phone or at the counter. Ids are 16 bytes, times are
-- microseconds UTC. `body` is sealed with the row's own data key (`wrapped_key`, wrapped by the
-- organisation's key); `salt` goes into the row's commitment in the record.

-- `org_id` is the desk that took it; `firm_id` the firm it is about, NULL where nobody said or it
-- is in no register.
CREATE TABLE consultation (
  org_id BLOB NOT NULL,
  id BLOB NOT NULL,
  firm_id BLOB,
  state TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  wrapped_key BLOB NOT NULL,
  salt BLOB NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (org_id, id)
) STRICT;
CREATE INDEX consultation_by_id ON consultation (id);
CREATE INDEX consultation_by_state ON consultation (state, id);
CREATE INDEX consultation_by_firm ON consultation (firm_id, id) WHERE firm_id IS NOT NULL;
