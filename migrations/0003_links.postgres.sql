-- Links between personas, judged by people, and the dossiers of actors. All rows belong to the
-- bureau that keeps them (`org_id`).

-- One row a pair of personas. Reasons, quotes and every decision are in `body`.
CREATE TABLE link (
  org_id BYTEA NOT NULL,
  id BYTEA NOT NULL,
  left_report BYTEA NOT NULL,
  left_persona BIGINT NOT NULL,
  right_report BYTEA NOT NULL,
  right_persona BIGINT NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  judgement TEXT COLLATE "C" NOT NULL,
  bits DOUBLE PRECISION NOT NULL,
  revision BIGINT NOT NULL,
  made_at BIGINT NOT NULL,
  wrapped_key BYTEA NOT NULL,
  salt BYTEA NOT NULL,
  body BYTEA NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX link_pair
  ON link (org_id, left_report, left_persona, right_report, right_persona);
CREATE INDEX link_by_right ON link (right_report);
CREATE INDEX link_by_left ON link (left_report);
CREATE INDEX link_by_id ON link (id);

CREATE TABLE dossier (
  org_id BYTEA NOT NULL,
  id BYTEA NOT NULL,
  state TEXT COLLATE "C" NOT NULL,
  revision BIGINT NOT NULL,
  made_at BIGINT NOT NULL,
  wrapped_key BYTEA NOT NULL,
  salt BYTEA NOT NULL,
  body BYTEA NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX dossier_by_id ON dossier (id);

CREATE TABLE dossier_persona (
  org_id BYTEA NOT NULL,
  dossier_id BYTEA NOT NULL,
  report_id BYTEA NOT NULL,
  persona BIGINT NOT NULL,
  PRIMARY KEY (org_id, dossier_id, report_id, persona)
);
CREATE INDEX dossier_persona_by_report ON dossier_persona (report_id, persona);

-- Keyed handle values: a dossier is found by a phone, an account or a plate, never by a name.
CREATE TABLE dossier_handle (
  org_id BYTEA NOT NULL,
  key BYTEA NOT NULL,
  dossier_id BYTEA NOT NULL,
  PRIMARY KEY (org_id, key, dossier_id)
);
CREATE INDEX dossier_handle_by_dossier ON dossier_handle (dossier_id);
