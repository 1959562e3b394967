-- Figures that were told once and are told so from then on: a month that is over is counted for
-- one audience at the first asking and never again, so that two readings differ by nothing. Ids
-- are 16 bytes. A `body` is sealed with the row's own data key (`wrapped_key`, wrapped by the
-- organisation's key); `salt` goes into the row's commitment in the record.

-- `org_id` is the home desk of the hub. `month` ("2026-10") is the last one counted. `audience` is
-- "digest", "briefing", or "briefing" with the areas that were counted.
CREATE TABLE kept_figures (
  org_id BYTEA NOT NULL,
  id BYTEA NOT NULL,
  month TEXT COLLATE "C" NOT NULL,
  audience TEXT COLLATE "C" NOT NULL,
  wrapped_key BYTEA NOT NULL,
  salt BYTEA NOT NULL,
  body BYTEA NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX kept_figures_of ON kept_figures (month, audience, org_id);
