-- How long reports are kept. What people decided about one, its reason sealed with the report's own
-- key; and what stays of a report that is gone: enough to count it, nothing that tells of anybody.

-- One row a report of which somebody decided; `on_hold` = it must not go (a court, an investigation).
CREATE TABLE report_keeping (
  org_id BYTEA NOT NULL,
  report_id BYTEA NOT NULL,
  decided_at BIGINT NOT NULL,
  on_hold BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  body BYTEA NOT NULL,
  PRIMARY KEY (org_id, report_id)
);
CREATE INDEX report_keeping_by_report ON report_keeping (report_id);

-- `month` is the one in which it came in ("2026-11").
CREATE TABLE purged_report (
  org_id BYTEA NOT NULL,
  report_id BYTEA NOT NULL,
  desk_id BYTEA NOT NULL,
  month TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  band TEXT COLLATE "C" NOT NULL,
  stage TEXT COLLATE "C" NOT NULL,
  purged_at BIGINT NOT NULL,
  reason TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (org_id, report_id)
);

-- What is found by the report alone when the report goes.
CREATE INDEX receipt_by_report ON receipt (report_id);
CREATE INDEX reporter_opening_by_report ON reporter_opening (report_id);
