-- Alerts, who opened what before approving, who received what and what came back, and the mails
-- that say a notice waits. Ids are 16 bytes, times are microseconds UTC. A `body` is sealed with
-- the row's own data key (`wrapped_key`, wrapped by the organisation's key); `salt` goes into
-- the row's commitment in the record.

-- `org_id` is the desk that issues it. Text, audience and every step are in `body`.
CREATE TABLE alert (
  org_id BLOB NOT NULL,
  id BLOB NOT NULL,
  product TEXT NOT NULL,
  state TEXT NOT NULL,
  dossier_id BLOB,
  made_at INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  wrapped_key BLOB NOT NULL,
  salt BLOB NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (org_id, id)
) STRICT;
CREATE INDEX alert_by_id ON alert (id);
CREATE INDEX alert_by_state ON alert (state, id);
CREATE INDEX alert_by_dossier ON alert (dossier_id) WHERE dossier_id IS NOT NULL;

-- The reports that an alert rests on.
CREATE TABLE alert_source (
  org_id BLOB NOT NULL,
  alert_id BLOB NOT NULL,
  report_id BLOB NOT NULL,
  PRIMARY KEY (org_id, alert_id, report_id)
) STRICT;
CREATE INDEX alert_source_by_report ON alert_source (report_id);

-- Who opened which source before deciding: an approval needs all of them.
CREATE TABLE alert_opening (
  org_id BLOB NOT NULL,
  alert_id BLOB NOT NULL,
  account_name TEXT NOT NULL,
  report_id BLOB NOT NULL,
  at INTEGER NOT NULL,
  id BLOB NOT NULL,
  PRIMARY KEY (org_id, alert_id, account_name, report_id)
) STRICT;

-- One recipient's copy of an alert (correction 0) or of its n-th correction. `org_id` is the
-- recipient, so that an inbox lies in one place.
CREATE TABLE delivery (
  org_id BLOB NOT NULL,
  id BLOB NOT NULL,
  alert_id BLOB NOT NULL,
  correction INTEGER NOT NULL,
  notice TEXT NOT NULL,
  is_acknowledged INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  wrapped_key BLOB NOT NULL,
  salt BLOB NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (org_id, id)
) STRICT;
CREATE UNIQUE INDEX delivery_of_alert ON delivery (org_id, alert_id, correction);
CREATE INDEX delivery_by_id ON delivery (id);
CREATE INDEX delivery_by_alert ON delivery (alert_id, correction);

-- A mail that leaves: one contact, one occasion ("notice", "reminder-1"). It holds no address
-- and no content; the address is read from the contact when it is sent.
CREATE TABLE outbox (
  org_id BLOB NOT NULL,
  id BLOB NOT NULL,
  delivery_id BLOB NOT NULL,
  contact_id BLOB NOT NULL,
  occasion TEXT NOT NULL,
  message_id TEXT NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  error TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  sent_at INTEGER,
  PRIMARY KEY (org_id, id)
) STRICT;
CREATE UNIQUE INDEX outbox_once ON outbox (org_id, delivery_id, contact_id, occasion);
CREATE INDEX outbox_by_id ON outbox (id);
