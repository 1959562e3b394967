-- What travels between this hub and others (docs/BUNDLES.md).

CREATE TABLE partner (
  id BYTEA NOT NULL PRIMARY KEY,
  org_id BYTEA NOT NULL UNIQUE REFERENCES organisation (id),
  verifying_key BYTEA NOT NULL UNIQUE,
  is_active BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  exchanged_at BIGINT,
  exchange_error TEXT COLLATE "C" NOT NULL,
  body TEXT COLLATE "C" NOT NULL
);

-- Bundles that came or went. A sent one is confirmed by the other side; a received one is confirmed
-- by us with the next bundle that goes the other way.
CREATE TABLE bundle (
  org_id BYTEA NOT NULL,
  id BYTEA NOT NULL,
  direction TEXT COLLATE "C" NOT NULL,
  made_at BIGINT NOT NULL,
  items BIGINT NOT NULL,
  is_confirmed BIGINT NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX bundle_open ON bundle (org_id, direction) WHERE is_confirmed = 0;

-- The newest state of a thing that was handed to a partner, in the last bundle that held it.
CREATE TABLE handed_item (
  org_id BYTEA NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  object BYTEA NOT NULL,
  version BIGINT NOT NULL,
  bundle_id BYTEA NOT NULL,
  is_confirmed BIGINT NOT NULL,
  PRIMARY KEY (org_id, kind, object)
);
CREATE INDEX handed_item_of_bundle ON handed_item (org_id, bundle_id);

-- The newest state of a thing that a partner handed to us; `local_id` is what it became here.
CREATE TABLE applied_item (
  org_id BYTEA NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  object BYTEA NOT NULL,
  version BIGINT NOT NULL,
  local_id BYTEA NOT NULL,
  PRIMARY KEY (org_id, kind, object)
);
