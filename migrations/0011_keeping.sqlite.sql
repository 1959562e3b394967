-- How long reports are kept. What people decided about one, its reason sealed with the report's own
-- key; and what stays of a report that is gone: enough to count it, nothing that tells of anybody.

-- One row a report of which somebody decided; `on_hold` = it must not go (a court, an investigation).
CREATE TABLE report_keeping (
  org_id BLOB NOT NULL,
  report_id BLOB NOT NULL,
  decided_at INTEGER NOT NULL,
  on_hold INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (org_id, report_id)
) STRICT;
CREATE INDEX report_keeping_by_report ON report_keeping (report_id);

-- `month` is the one in which it came in ("2026-11").
CREATE TABLE purged_report (
  org_id BLOB NOT NULL,
  report_id BLOB NOT NULL,
  desk_id BLOB NOT NULL,
  month TEXT NOT NULL,
  kind TEXT NOT NULL,
  band TEXT NOT NULL,
  stage TEXT NOT NULL,
  purged_at INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (org_id, report_id)
) STRICT;

-- What is found by the report alone when the report goes.
CREATE INDEX receipt_by_report ON receipt (report_id);
CREATE INDEX reporter_opening_by_report ON reporter_opening (report_id);
