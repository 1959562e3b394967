-- What travels between this hub and others (docs/BUNDLES.md).

CREATE TABLE partner (
  id BLOB NOT NULL PRIMARY KEY,
  org_id BLOB NOT NULL UNIQUE REFERENCES organisation (id),
  verifying_key BLOB NOT NULL UNIQUE,
  is_active INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  exchanged_at INTEGER,
  exchange_error TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

-- Bundles that came or went. A sent one is confirmed by the other side; a received one is confirmed
-- by us with the next bundle that goes the other way.
CREATE TABLE bundle (
  org_id BLOB NOT NULL,
  id BLOB NOT NULL,
  direction TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  items INTEGER NOT NULL,
  is_confirmed INTEGER NOT NULL,
  PRIMARY KEY (org_id, id)
) STRICT;
CREATE INDEX bundle_open ON bundle (org_id, direction) WHERE is_confirmed = 0;

-- The newest state of a thing that was handed to a partner, in the last bundle that held it.
CREATE TABLE handed_item (
  org_id BLOB NOT NULL,
  kind TEXT NOT NULL,
  object BLOB NOT NULL,
  version INTEGER NOT NULL,
  bundle_id BLOB NOT NULL,
  is_confirmed INTEGER NOT NULL,
  PRIMARY KEY (org_id, kind, object)
) STRICT;
CREATE INDEX handed_item_of_bundle ON handed_item (org_id, bundle_id);

-- The newest state of a thing that a partner handed to us; `local_id` is what it became here.
CREATE TABLE applied_item (
  org_id BLOB NOT NULL,
  kind TEXT NOT NULL,
  object BLOB NOT NULL,
  version INTEGER NOT NULL,
  local_id BLOB NOT NULL,
  PRIMARY KEY (org_id, kind, object)
) STRICT;
