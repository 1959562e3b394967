-- Alerts, who opened what before approving, who received what and what came back, and the mails
-- that say a notice waits. Ids are 16 bytes, times are microseconds UTC. A `body` is sealed with
-- the row's own data key (`wrapped_key`, wrapped by the organisation's key); `salt` goes into
-- the row's commitment in the record.

-- `org_id` is the desk that issues it. Text, audience and every step are in `body`.
CREATE TABLE alert (
  org_id BYTEA NOT NULL,
  id BYTEA NOT NULL,
  product TEXT COLLATE "C" NOT NULL,
  state TEXT COLLATE "C" NOT NULL,
  dossier_id BYTEA,
  made_at BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  wrapped_key BYTEA NOT NULL,
  salt BYTEA NOT NULL,
  body BYTEA NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX alert_by_id ON alert (id);
CREATE INDEX alert_by_state ON alert (state, id);
CREATE INDEX alert_by_dossier ON alert (dossier_id) WHERE dossier_id IS NOT NULL;

-- The reports that an alert rests on.
CREATE TABLE alert_source (
  org_id BYTEA NOT NULL,
  alert_id BYTEA NOT NULL,
  report_id BYTEA NOT NULL,
  PRIMARY KEY (org_id, alert_id, report_id)
);
CREATE INDEX alert_source_by_report ON alert_source (report_id);

-- Who opened which source before deciding: an approval needs all of them.
CREATE TABLE alert_opening (
  org_id BYTEA NOT NULL,
  alert_id BYTEA NOT NULL,
  account_name TEXT COLLATE "C" NOT NULL,
  report_id BYTEA NOT NULL,
  at BIGINT NOT NULL,
  id BYTEA NOT NULL,
  PRIMARY KEY (org_id, alert_id, account_name, report_id)
);

-- One recipient's copy of an alert (correction 0) or of its n-th correction. `org_id` is the
-- recipient, so that an inbox lies in one place.
CREATE TABLE delivery (
  org_id BYTEA NOT NULL,
  id BYTEA NOT NULL,
  alert_id BYTEA NOT NULL,
  correction BIGINT NOT NULL,
  notice TEXT COLLATE "C" NOT NULL,
  is_acknowledged BIGINT NOT NULL,
  made_at BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  wrapped_key BYTEA NOT NULL,
  salt BYTEA NOT NULL,
  body BYTEA NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX delivery_of_alert ON delivery (org_id, alert_id, correction);
CREATE INDEX delivery_by_id ON delivery (id);
CREATE INDEX delivery_by_alert ON delivery (alert_id, correction);

-- A mail that leaves: one contact, one occasion ("notice", "reminder-1"). It holds no address
-- and no content; the address is read from the contact when it is sent.
CREATE TABLE outbox (
  org_id BYTEA NOT NULL,
  id BYTEA NOT NULL,
  delivery_id BYTEA NOT NULL,
  contact_id BYTEA NOT NULL,
  occasion TEXT COLLATE "C" NOT NULL,
  message_id TEXT COLLATE "C" NOT NULL,
  state TEXT COLLATE "C" NOT NULL,
  attempts BIGINT NOT NULL,
  error TEXT COLLATE "C" NOT NULL,
  made_at BIGINT NOT NULL,
  sent_at BIGINT,
  PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX outbox_once ON outbox (org_id, delivery_id, contact_id, occasion);
CREATE INDEX outbox_by_id ON outbox (id);
