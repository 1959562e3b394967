-- The register: the hub itself, organisations, their contacts, people who sign in, the record of
-- what was done, and the answers to repeated requests. Ids are 16 bytes, times are microseconds
-- UTC. A `body` in a table with a `wrapped_key` is sealed with the row's own data key (wrapped by
-- the organisation's key); `salt` goes into the row's commitment in the record.
-- Organisations and accounts are small and looked up from everywhere: they would stand whole on
-- every server (reference tables), so their unique keys need no distribution column.

-- What the hub was set to, and its wrapped keys. `name` is a word of ours.
CREATE TABLE hub_setting (
  name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  value BYTEA NOT NULL
);

-- `wrapped_key` is the organisation's own key, wrapped by the master key. `body` is JSON.
-- `search_text` is the folded key, names and sector: firms, not people.
CREATE TABLE organisation (
  id BYTEA NOT NULL PRIMARY KEY,
  key TEXT COLLATE "C" NOT NULL UNIQUE,
  kind TEXT COLLATE "C" NOT NULL,
  station TEXT COLLATE "C" NOT NULL,
  search_text TEXT COLLATE "C" NOT NULL,
  revision BIGINT NOT NULL,
  wrapped_key BYTEA NOT NULL,
  salt BYTEA NOT NULL,
  body TEXT COLLATE "C" NOT NULL
);
CREATE INDEX organisation_by_station ON organisation (station, key);
CREATE INDEX organisation_by_kind ON organisation (kind, key);

-- Where an organisation works, by municipality code: which firms a territory holds.
CREATE TABLE organisation_area (
  org_id BYTEA NOT NULL REFERENCES organisation (id),
  area TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (org_id, area)
);
CREATE INDEX organisation_area_by_area ON organisation_area (area, org_id);

-- Whose territory an area lies in: the prefixes of municipality codes that police look after.
CREATE TABLE organisation_territory (
  org_id BYTEA NOT NULL REFERENCES organisation (id),
  prefix TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (org_id, prefix)
);
CREATE INDEX organisation_territory_by_prefix ON organisation_territory (prefix, org_id);

CREATE TABLE contact (
  org_id BYTEA NOT NULL REFERENCES organisation (id),
  id BYTEA NOT NULL,
  takes_alerts BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  wrapped_key BYTEA NOT NULL,
  salt BYTEA NOT NULL,
  body BYTEA NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX contact_by_id ON contact (id);

-- `name` is the sign-in name. `password` is an Argon2id text, empty until the invitation was
-- taken up; `generation` grows with it and ends every session of before.
CREATE TABLE account (
  id BYTEA NOT NULL PRIMARY KEY,
  org_id BYTEA NOT NULL REFERENCES organisation (id),
  name TEXT COLLATE "C" NOT NULL UNIQUE,
  state TEXT COLLATE "C" NOT NULL,
  roles TEXT COLLATE "C" NOT NULL,
  password TEXT COLLATE "C" NOT NULL,
  generation BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  wrapped_key BYTEA NOT NULL,
  salt BYTEA NOT NULL,
  body BYTEA NOT NULL
);
CREATE INDEX account_by_organisation ON account (org_id, name);

-- One-time codes, by their hash. A code is gone once it was used.
CREATE TABLE invitation (
  code_hash BYTEA NOT NULL PRIMARY KEY,
  account_id BYTEA NOT NULL REFERENCES account (id),
  made_by TEXT COLLATE "C" NOT NULL,
  made_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX invitation_by_account ON invitation (account_id);

-- A person's signed-in browser, by the hash of its token.
CREATE TABLE session (
  token_hash BYTEA NOT NULL PRIMARY KEY,
  id BYTEA NOT NULL,
  account_id BYTEA NOT NULL REFERENCES account (id),
  generation BIGINT NOT NULL,
  made_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX session_by_account ON session (account_id, made_at);
CREATE INDEX session_by_expiry ON session (expires_at);

-- A program's token, by its hash. `used_on` is a day.
CREATE TABLE api_token (
  token_hash BYTEA NOT NULL PRIMARY KEY,
  id BYTEA NOT NULL,
  account_id BYTEA NOT NULL REFERENCES account (id),
  label TEXT COLLATE "C" NOT NULL,
  roles TEXT COLLATE "C" NOT NULL,
  made_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_on BIGINT
);
CREATE INDEX api_token_by_account ON api_token (account_id, made_at);

-- Failed sign-ins in a window of time, by a keyed hash of the name or of where they came from.
CREATE TABLE sign_in_attempt (
  subject BYTEA NOT NULL PRIMARY KEY,
  window_start BIGINT NOT NULL,
  count BIGINT NOT NULL
);
CREATE INDEX sign_in_attempt_by_time ON sign_in_attempt (window_start);

-- Public keys to which the identity of a reporter is sealed. The recovery key has no account.
CREATE TABLE custodian_key (
  id BYTEA NOT NULL PRIMARY KEY,
  account_id BYTEA REFERENCES account (id),
  public_key BYTEA NOT NULL UNIQUE,
  made_at BIGINT NOT NULL,
  retired_at BIGINT
);

-- Who asked to open a sealed identity, why, who consented, who opened. The reason is content.
CREATE TABLE reporter_opening (
  org_id BYTEA NOT NULL REFERENCES organisation (id),
  id BYTEA NOT NULL,
  report_id BYTEA NOT NULL,
  state TEXT COLLATE "C" NOT NULL,
  made_at BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  wrapped_key BYTEA NOT NULL,
  salt BYTEA NOT NULL,
  body BYTEA NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX reporter_opening_by_id ON reporter_opening (id);
CREATE INDEX reporter_opening_by_state ON reporter_opening (state, made_at);

-- The answer that an Idempotency-Key had, to be made again from the object as it is.
CREATE TABLE replay (
  principal TEXT COLLATE "C" NOT NULL,
  key TEXT COLLATE "C" NOT NULL,
  request_hash TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  object BYTEA NOT NULL,
  version BIGINT NOT NULL,
  made_at BIGINT NOT NULL,
  PRIMARY KEY (principal, key)
);
CREATE INDEX replay_by_time ON replay (made_at);

-- The record. A use case writes into audit_pending within its own transaction; the sealer moves
-- committed rows into the chain, which only grows.
CREATE TABLE audit_pending (
  id BYTEA NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  principal TEXT COLLATE "C" NOT NULL,
  organisation TEXT COLLATE "C" NOT NULL,
  action TEXT COLLATE "C" NOT NULL,
  object_kind TEXT COLLATE "C" NOT NULL,
  object BYTEA NOT NULL,
  purpose TEXT COLLATE "C" NOT NULL,
  commitment BYTEA NOT NULL
);

CREATE TABLE audit (
  sequence BIGINT NOT NULL PRIMARY KEY,
  id BYTEA NOT NULL UNIQUE,
  at BIGINT NOT NULL,
  principal TEXT COLLATE "C" NOT NULL,
  organisation TEXT COLLATE "C" NOT NULL,
  action TEXT COLLATE "C" NOT NULL,
  object_kind TEXT COLLATE "C" NOT NULL,
  object BYTEA NOT NULL,
  purpose TEXT COLLATE "C" NOT NULL,
  commitment BYTEA NOT NULL,
  previous_hash BYTEA NOT NULL,
  entry_hash BYTEA NOT NULL
);
CREATE INDEX audit_by_object ON audit (object, sequence);
CREATE INDEX audit_by_principal ON audit (principal, sequence);

-- One row a sealed batch: the tree over all entries so far, signed by the hub. `frontier` is
-- what the next batch needs to go on without reading the old entries.
CREATE TABLE audit_checkpoint (
  tree_size BIGINT NOT NULL PRIMARY KEY,
  tree_root BYTEA NOT NULL,
  chain_head BYTEA NOT NULL,
  at BIGINT NOT NULL,
  signature BYTEA NOT NULL,
  frontier BYTEA NOT NULL
);
