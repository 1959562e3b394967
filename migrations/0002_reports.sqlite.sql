-- Reports, their versions, what they are found by, the queue of people and the queue of jobs.
-- Ids are 16 bytes, times are microseconds UTC. A `body` is sealed with the row's own data key
-- (`wrapped_key`, wrapped by the organisation's key); `salt` goes into its commitments.

-- One report. What is searched or guarded is a column; handling (indicators, assessment,
-- reasons) is in `body`. `import_id` hides a row until its whole import is in.
-- `organisation_key` is the firm that reported, "" where nobody said or it is in no register.
-- `submitter` is a keyed value of the account, so that a sign-in finds its own reports only.
CREATE TABLE report (
  org_id BLOB NOT NULL,
  id BLOB NOT NULL,
  desk_id BLOB NOT NULL,
  organisation_key TEXT NOT NULL,
  import_id BLOB,
  source_ref BLOB,
  submitter BLOB,
  state TEXT NOT NULL,
  kind TEXT NOT NULL,
  band TEXT NOT NULL,
  stage TEXT NOT NULL,
  score REAL NOT NULL,
  version INTEGER NOT NULL,
  released_version INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  wrapped_key BLOB NOT NULL,
  salt BLOB NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (org_id, id)
) STRICT;
CREATE UNIQUE INDEX report_source_ref ON report (org_id, source_ref) WHERE source_ref IS NOT NULL;
CREATE INDEX report_submitter ON report (org_id, submitter) WHERE submitter IS NOT NULL;
CREATE INDEX report_import ON report (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX report_by_id ON report (id);
CREATE INDEX report_by_time ON report (received_at, id);

-- The content as it was sent or corrected, version by version; a version is never changed.
-- The sealed bytes are report/1 JSON: what a firm previews is what is released.
CREATE TABLE report_version (
  org_id BLOB NOT NULL,
  report_id BLOB NOT NULL,
  number INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (org_id, report_id, number)
) STRICT;

-- Municipality codes (JIS X 0402) that a released report touches: what a territory may read.
CREATE TABLE report_area (
  org_id BLOB NOT NULL,
  report_id BLOB NOT NULL,
  area TEXT NOT NULL,
  PRIMARY KEY (org_id, report_id, area)
) STRICT;
CREATE INDEX report_area_by_area ON report_area (area, report_id);

-- Who reported, sealed to the custodians before the first write.
CREATE TABLE sealed_reporter (
  org_id BLOB NOT NULL,
  report_id BLOB NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (org_id, report_id)
) STRICT;

-- The keyed hash of a receipt code opens the mailbox of one report.
CREATE TABLE receipt (
  code_hash BLOB NOT NULL PRIMARY KEY,
  org_id BLOB NOT NULL,
  report_id BLOB NOT NULL,
  made_at INTEGER NOT NULL
) STRICT;

CREATE TABLE mailbox_message (
  org_id BLOB NOT NULL,
  report_id BLOB NOT NULL,
  id BLOB NOT NULL,
  sender TEXT NOT NULL,
  at INTEGER NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (org_id, report_id, id)
) STRICT;

-- Comparable forms of a persona, one sealed blob, so that comparing never parses JSON.
CREATE TABLE persona (
  org_id BLOB NOT NULL,
  report_id BLOB NOT NULL,
  number INTEGER NOT NULL,
  version INTEGER NOT NULL,
  features BLOB NOT NULL,
  PRIMARY KEY (org_id, report_id, number)
) STRICT;
CREATE INDEX persona_by_report ON persona (report_id);

-- Keyed hashes under which a persona is found again; the sketch rejects without opening it.
CREATE TABLE match_key (
  version INTEGER NOT NULL,
  key BLOB NOT NULL,
  report_id BLOB NOT NULL,
  persona INTEGER NOT NULL,
  org_id BLOB NOT NULL,
  sketch INTEGER NOT NULL,
  PRIMARY KEY (version, key, report_id, persona)
) STRICT, WITHOUT ROWID;
CREATE INDEX match_key_by_report ON match_key (report_id);

-- Keyed bigrams of a report's words. A document is the row of the text index that is its own.
CREATE TABLE search_document (
  number INTEGER PRIMARY KEY,
  org_id BLOB NOT NULL,
  report_id BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX search_document_of_report ON search_document (org_id, report_id);
CREATE VIRTUAL TABLE search_text USING fts5(tokens, detail = column, columnsize = 0);

-- What people have to decide or do. Holds no content.
CREATE TABLE task (
  org_id BLOB NOT NULL,
  id BLOB NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  role TEXT NOT NULL,
  object BLOB NOT NULL,
  area TEXT NOT NULL,
  stage TEXT NOT NULL,
  stage_rank INTEGER NOT NULL,
  band TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  owner TEXT NOT NULL,
  not_by TEXT NOT NULL,
  note TEXT NOT NULL,
  revision INTEGER NOT NULL,
  PRIMARY KEY (org_id, id)
) STRICT;
CREATE UNIQUE INDEX task_open ON task (org_id, kind, object) WHERE state = 'open';
CREATE INDEX task_by_object ON task (object);
CREATE INDEX task_by_clock ON task (due_at, id) WHERE state = 'open';

-- Work of the program itself. A row goes when its work is done; `fence` grows with each claim
-- and each new request, so that only the newest holder can finish.
CREATE TABLE job (
  kind TEXT NOT NULL,
  object BLOB NOT NULL,
  dedupe_key TEXT NOT NULL,
  caused_by TEXT NOT NULL,
  run_at INTEGER NOT NULL,
  lease_until INTEGER NOT NULL,
  fence INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  PRIMARY KEY (kind, object, dedupe_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX job_by_time ON job (run_at);
CREATE INDEX job_leased ON job (lease_until) WHERE lease_until > 0;
