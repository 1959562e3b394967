-- Visits to firms, and what the planner asks of the register. Ids are 16 bytes, times are
-- microseconds UTC. A `body` is sealed with the row's own data key (`wrapped_key`, wrapped by the
-- organisation's key); `salt` goes into the row's commitment in the record.

-- `org_id` is the desk that made the visit, `firm_id` whom it visited. Who took part, what was
-- asked and promised are in `body`.
CREATE TABLE visit (
  org_id BYTEA NOT NULL,
  id BYTEA NOT NULL,
  firm_id BYTEA NOT NULL,
  visited_at BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  wrapped_key BYTEA NOT NULL,
  salt BYTEA NOT NULL,
  body BYTEA NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX visit_by_id ON visit (id);
CREATE INDEX visit_by_firm ON visit (firm_id, visited_at, id);

-- What a firm was shown: a method card ("PB1") or an alert (its id). Names nobody.
CREATE TABLE visit_shown (
  org_id BYTEA NOT NULL,
  visit_id BYTEA NOT NULL,
  firm_id BYTEA NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  item TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (org_id, visit_id, kind, item)
);
CREATE INDEX visit_shown_by_firm ON visit_shown (firm_id, kind, item);

-- What an organisation works on, by code of data/technologies.json.
CREATE TABLE organisation_technology (
  org_id BYTEA NOT NULL REFERENCES organisation (id),
  code TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (org_id, code)
);
CREATE INDEX organisation_technology_by_code ON organisation_technology (code, org_id);
INSERT INTO organisation_technology (org_id, code)
  SELECT DISTINCT o.id, t.value FROM organisation o,
    jsonb_array_elements_text(COALESCE(CAST(o.body AS jsonb) -> 'technologies', '[]')) AS t (value);

CREATE INDEX delivery_unanswered ON delivery (org_id, made_at) WHERE is_acknowledged = 0;
-- Covers what the planner reads of a report, so that it opens no row.
CREATE INDEX report_of_concern ON report
  (received_at, state, org_id, id, organisation_key, import_id, band)
  WHERE band IN ('concern', 'alert_candidate');
