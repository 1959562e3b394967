-- Reports, their versions, what they are found by, the queue of people and the queue of jobs.
-- Ids are 16 bytes, times are microseconds UTC. A `body` is sealed with the row's own data key
-- (`wrapped_key`, wrapped by the organisation's key); `salt` goes into its commitments.

-- One report. What is searched or guarded is a column; handling (indicators, assessment,
-- reasons) is in `body`. `import_id` hides a row until its whole import is in.
-- `organisation_key` is the firm that reported, "" where nobody said or it is in no register.
-- `submitter` is a keyed value of the account, so that a sign-in finds its own reports only.
CREATE TABLE report (
  org_id BYTEA NOT NULL,
  id BYTEA NOT NULL,
  desk_id BYTEA NOT NULL,
  organisation_key TEXT COLLATE "C" NOT NULL,
  import_id BYTEA,
  source_ref BYTEA,
  submitter BYTEA,
  state TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  band TEXT COLLATE "C" NOT NULL,
  stage TEXT COLLATE "C" NOT NULL,
  score DOUBLE PRECISION NOT NULL,
  version BIGINT NOT NULL,
  released_version BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  received_at BIGINT NOT NULL,
  wrapped_key BYTEA NOT NULL,
  salt BYTEA NOT NULL,
  body BYTEA NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX report_source_ref ON report (org_id, source_ref) WHERE source_ref IS NOT NULL;
CREATE INDEX report_submitter ON report (org_id, submitter) WHERE submitter IS NOT NULL;
CREATE INDEX report_import ON report (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX report_by_id ON report (id);
CREATE INDEX report_by_time ON report (received_at, id);

-- The content as it was sent or corrected, version by version; a version is never changed.
-- The sealed bytes are report/1 JSON: what a firm previews is what is released.
CREATE TABLE report_version (
  org_id BYTEA NOT NULL,
  report_id BYTEA NOT NULL,
  number BIGINT NOT NULL,
  made_at BIGINT NOT NULL,
  made_by TEXT COLLATE "C" NOT NULL,
  content BYTEA NOT NULL,
  PRIMARY KEY (org_id, report_id, number)
);

-- Municipality codes (JIS X 0402) that a released report touches: what a territory may read.
CREATE TABLE report_area (
  org_id BYTEA NOT NULL,
  report_id BYTEA NOT NULL,
  area TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (org_id, report_id, area)
);
CREATE INDEX report_area_by_area ON report_area (area, report_id);

-- Who reported, sealed to the custodians before the first write.
CREATE TABLE sealed_reporter (
  org_id BYTEA NOT NULL,
  report_id BYTEA NOT NULL,
  sealed BYTEA NOT NULL,
  PRIMARY KEY (org_id, report_id)
);

-- The keyed hash of a receipt code opens the mailbox of one report.
CREATE TABLE receipt (
  code_hash BYTEA NOT NULL PRIMARY KEY,
  org_id BYTEA NOT NULL,
  report_id BYTEA NOT NULL,
  made_at BIGINT NOT NULL
);

CREATE TABLE mailbox_message (
  org_id BYTEA NOT NULL,
  report_id BYTEA NOT NULL,
  id BYTEA NOT NULL,
  sender TEXT COLLATE "C" NOT NULL,
  at BIGINT NOT NULL,
  body BYTEA NOT NULL,
  PRIMARY KEY (org_id, report_id, id)
);

-- Comparable forms of a persona, one sealed blob, so that comparing never parses JSON.
CREATE TABLE persona (
  org_id BYTEA NOT NULL,
  report_id BYTEA NOT NULL,
  number BIGINT NOT NULL,
  version BIGINT NOT NULL,
  features BYTEA NOT NULL,
  PRIMARY KEY (org_id, report_id, number)
);
CREATE INDEX persona_by_report ON persona (report_id);

-- Keyed hashes under which a persona is found again; the sketch rejects without opening it.
CREATE TABLE match_key (
  version BIGINT NOT NULL,
  key BYTEA NOT NULL,
  report_id BYTEA NOT NULL,
  persona BIGINT NOT NULL,
  org_id BYTEA NOT NULL,
  sketch BIGINT NOT NULL,
  PRIMARY KEY (version, key, report_id, persona)
);
CREATE INDEX match_key_by_report ON match_key (report_id);

-- Keyed bigrams of a report's words, separated by spaces. The index changes with its row, not
-- later in one go: a pending list would put all writers in each other's way.
CREATE TABLE search_text (
  org_id BYTEA NOT NULL,
  report_id BYTEA NOT NULL,
  tokens TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (org_id, report_id)
);
CREATE INDEX search_text_tokens ON search_text
  USING gin (string_to_array(tokens, ' ')) WITH (fastupdate = off);

-- What people have to decide or do. Holds no content.
CREATE TABLE task (
  org_id BYTEA NOT NULL,
  id BYTEA NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  state TEXT COLLATE "C" NOT NULL,
  role TEXT COLLATE "C" NOT NULL,
  object BYTEA NOT NULL,
  area TEXT COLLATE "C" NOT NULL,
  stage TEXT COLLATE "C" NOT NULL,
  stage_rank BIGINT NOT NULL,
  band TEXT COLLATE "C" NOT NULL,
  made_at BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  owner TEXT COLLATE "C" NOT NULL,
  not_by TEXT COLLATE "C" NOT NULL,
  note TEXT COLLATE "C" NOT NULL,
  revision BIGINT NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX task_open ON task (org_id, kind, object) WHERE state = 'open';
CREATE INDEX task_by_object ON task (object);
CREATE INDEX task_by_clock ON task (due_at, id) WHERE state = 'open';

-- Work of the program itself. A row goes when its work is done; `fence` grows with each claim
-- and each new request, so that only the newest holder can finish.
CREATE TABLE job (
  kind TEXT COLLATE "C" NOT NULL,
  object BYTEA NOT NULL,
  dedupe_key TEXT COLLATE "C" NOT NULL,
  caused_by TEXT COLLATE "C" NOT NULL,
  run_at BIGINT NOT NULL,
  lease_until BIGINT NOT NULL,
  fence BIGINT NOT NULL,
  attempts BIGINT NOT NULL,
  PRIMARY KEY (kind, object, dedupe_key)
);
CREATE INDEX job_by_time ON job (run_at);
CREATE INDEX job_leased ON job (lease_until) WHERE lease_until > 0;
