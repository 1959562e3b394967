-- Visits to firms, and what the planner asks of the register. Ids are 16 bytes, times are
-- microseconds UTC. A `body` is sealed with the row's own data key (`wrapped_key`, wrapped by the
-- organisation's key); `salt` goes into the row's commitment in the record.

-- `org_id` is the desk that made the visit, `firm_id` whom it visited. Who took part, what was
-- asked and promised are in `body`.
CREATE TABLE visit (
  org_id BLOB NOT NULL,
  id BLOB NOT NULL,
  firm_id BLOB NOT NULL,
  visited_at INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  wrapped_key BLOB NOT NULL,
  salt BLOB NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (org_id, id)
) STRICT;
CREATE INDEX visit_by_id ON visit (id);
CREATE INDEX visit_by_firm ON visit (firm_id, visited_at, id);

-- What a firm was shown: a method card ("PB1") or an alert (its id). Names nobody.
CREATE TABLE visit_shown (
  org_id BLOB NOT NULL,
  visit_id BLOB NOT NULL,
  firm_id BLOB NOT NULL,
  kind TEXT NOT NULL,
  item TEXT NOT NULL,
  PRIMARY KEY (org_id, visit_id, kind, item)
) STRICT;
CREATE INDEX visit_shown_by_firm ON visit_shown (firm_id, kind, item);

-- What an organisation works on, by code of data/technologies.json.
CREATE TABLE organisation_technology (
  org_id BLOB NOT NULL REFERENCES organisation (id),
  code TEXT NOT NULL,
  PRIMARY KEY (org_id, code)
) STRICT;
CREATE INDEX organisation_technology_by_code ON organisation_technology (code, org_id);
INSERT INTO organisation_technology (org_id, code)
  SELECT DISTINCT o.id, t.value FROM organisation o, json_each(o.body, '$.technologies') t;

CREATE INDEX delivery_unanswered ON delivery (org_id, made_at) WHERE is_acknowledged = 0;
-- Covers what the planner reads of a report, so that it opens no row.
CREATE INDEX report_of_concern ON report
  (received_at, state, org_id, id, organisation_key, import_id, band)
  WHERE band IN ('concern', 'alert_candidate');
