-- Links between personas, judged by people, and the dossiers of actors. All rows belong to the
-- bureau that keeps them (`org_id`).

-- One row a pair of personas. Reasons, quotes and every decision are in `body`.
CREATE TABLE link (
  org_id BLOB NOT NULL,
  id BLOB NOT NULL,
  left_report BLOB NOT NULL,
  left_persona INTEGER NOT NULL,
  right_report BLOB NOT NULL,
  right_persona INTEGER NOT NULL,
  kind TEXT NOT NULL,
  judgement TEXT NOT NULL,
  bits REAL NOT NULL,
  revision INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  wrapped_key BLOB NOT NULL,
  salt BLOB NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (org_id, id)
) STRICT;
CREATE UNIQUE INDEX link_pair
  ON link (org_id, left_report, left_persona, right_report, right_persona);
CREATE INDEX link_by_right ON link (right_report);
CREATE INDEX link_by_left ON link (left_report);
CREATE INDEX link_by_id ON link (id);

CREATE TABLE dossier (
  org_id BLOB NOT NULL,
  id BLOB NOT NULL,
  state TEXT NOT NULL,
  revision INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  wrapped_key BLOB NOT NULL,
  salt BLOB NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (org_id, id)
) STRICT;
CREATE INDEX dossier_by_id ON dossier (id);

CREATE TABLE dossier_persona (
  org_id BLOB NOT NULL,
  dossier_id BLOB NOT NULL,
  report_id BLOB NOT NULL,
  persona INTEGER NOT NULL,
  PRIMARY KEY (org_id, dossier_id, report_id, persona)
) STRICT;
CREATE INDEX dossier_persona_by_report ON dossier_persona (report_id, persona);

-- Keyed handle values: a dossier is found by a phone, an account or a plate, never by a name.
CREATE TABLE dossier_handle (
  org_id BLOB NOT NULL,
  key BLOB NOT NULL,
  dossier_id BLOB NOT NULL,
  PRIMARY KEY (org_id, key, dossier_id)
) STRICT;
CREATE INDEX dossier_handle_by_dossier ON dossier_handle (dossier_id);
