-- The register: the hub itself, organisations, their contacts, people who sign in, the record of
-- what was done, and the answers to repeated requests. Ids are 16 bytes, times are microseconds
-- UTC. A `body` in a table with a `wrapped_key` is sealed with the row's own data key (wrapped by
-- the organisation's key); `salt` goes into the row's commitment in the record.
-- Organisations and accounts are small and looked up from everywhere: they would stand whole on
-- every server (reference tables), so their unique keys need no distribution column.

-- What the hub was set to, and its wrapped keys. `name` is a word of ours.
CREATE TABLE hub_setting (
  name TEXT NOT NULL PRIMARY KEY,
  value BLOB NOT NULL
) STRICT;

-- `wrapped_key` is the organisation's own key, wrapped by the master key. `body` is JSON.
-- `search_text` is the folded key, names and sector: firms, not people.
CREATE TABLE organisation (
  id BLOB NOT NULL PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  station TEXT NOT NULL,
  search_text TEXT NOT NULL,
  revision INTEGER NOT NULL,
  wrapped_key BLOB NOT NULL,
  salt BLOB NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX organisation_by_station ON organisation (station, key);
CREATE INDEX organisation_by_kind ON organisation (kind, key);

-- Where an organisation works, by municipality code: which firms a territory holds.
CREATE TABLE organisation_area (
  org_id BLOB NOT NULL REFERENCES organisation (id),
  area TEXT NOT NULL,
  PRIMARY KEY (org_id, area)
) STRICT;
CREATE INDEX organisation_area_by_area ON organisation_area (area, org_id);

-- Whose territory an area lies in: the prefixes of municipality codes that police look after.
CREATE TABLE organisation_territory (
  org_id BLOB NOT NULL REFERENCES organisation (id),
  prefix TEXT NOT NULL,
  PRIMARY KEY (org_id, prefix)
) STRICT;
CREATE INDEX organisation_territory_by_prefix ON organisation_territory (prefix, org_id);

CREATE TABLE contact (
  org_id BLOB NOT NULL REFERENCES organisation (id),
  id BLOB NOT NULL,
  takes_alerts INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  wrapped_key BLOB NOT NULL,
  salt BLOB NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (org_id, id)
) STRICT;
CREATE INDEX contact_by_id ON contact (id);

-- `name` is the sign-in name. `password` is an Argon2id text, empty until the invitation was
-- taken up; `generation` grows with it and ends every session of before.
CREATE TABLE account (
  id BLOB NOT NULL PRIMARY KEY,
  org_id BLOB NOT NULL REFERENCES organisation (id),
  name TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  roles TEXT NOT NULL,
  password TEXT NOT NULL,
  generation INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  wrapped_key BLOB NOT NULL,
  salt BLOB NOT NULL,
  body BLOB NOT NULL
) STRICT;
CREATE INDEX account_by_organisation ON account (org_id, name);

-- One-time codes, by their hash. A code is gone once it was used.
CREATE TABLE invitation (
  code_hash BLOB NOT NULL PRIMARY KEY,
  account_id BLOB NOT NULL REFERENCES account (id),
  made_by TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX invitation_by_account ON invitation (account_id);

-- A person's signed-in browser, by the hash of its token.
CREATE TABLE session (
  token_hash BLOB NOT NULL PRIMARY KEY,
  id BLOB NOT NULL,
  account_id BLOB NOT NULL REFERENCES account (id),
  generation INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX session_by_account ON session (account_id, made_at);
CREATE INDEX session_by_expiry ON session (expires_at);

-- A program's token, by its hash. `used_on` is a day.
CREATE TABLE api_token (
  token_hash BLOB NOT NULL PRIMARY KEY,
  id BLOB NOT NULL,
  account_id BLOB NOT NULL REFERENCES account (id),
  label TEXT NOT NULL,
  roles TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_on INTEGER
) STRICT;
CREATE INDEX api_token_by_account ON api_token (account_id, made_at);

-- Failed sign-ins in a window of time, by a keyed hash of the name or of where they came from.
CREATE TABLE sign_in_attempt (
  subject BLOB NOT NULL PRIMARY KEY,
  window_start INTEGER NOT NULL,
  count INTEGER NOT NULL
) STRICT;
CREATE INDEX sign_in_attempt_by_time ON sign_in_attempt (window_start);

-- Public keys to which the identity of a reporter is sealed. The recovery key has no account.
CREATE TABLE custodian_key (
  id BLOB NOT NULL PRIMARY KEY,
  account_id BLOB REFERENCES account (id),
  public_key BLOB NOT NULL UNIQUE,
  made_at INTEGER NOT NULL,
  retired_at INTEGER
) STRICT;

-- Who asked to open a sealed identity, why, who consented, who opened. The reason is content.
CREATE TABLE reporter_opening (
  org_id BLOB NOT NULL REFERENCES organisation (id),
  id BLOB NOT NULL,
  report_id BLOB NOT NULL,
  state TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  wrapped_key BLOB NOT NULL,
  salt BLOB NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (org_id, id)
) STRICT;
CREATE INDEX reporter_opening_by_id ON reporter_opening (id);
CREATE INDEX reporter_opening_by_state ON reporter_opening (state, made_at);

-- The answer that an Idempotency-Key had, to be made again from the object as it is.
CREATE TABLE replay (
  principal TEXT NOT NULL,
  key TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  kind TEXT NOT NULL,
  object BLOB NOT NULL,
  version INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  PRIMARY KEY (principal, key)
) STRICT;
CREATE INDEX replay_by_time ON replay (made_at);

-- The record. A use case writes into audit_pending within its own transaction; the sealer moves
-- committed rows into the chain, which only grows.
CREATE TABLE audit_pending (
  id BLOB NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  principal TEXT NOT NULL,
  organisation TEXT NOT NULL,
  action TEXT NOT NULL,
  object_kind TEXT NOT NULL,
  object BLOB NOT NULL,
  purpose TEXT NOT NULL,
  commitment BLOB NOT NULL
) STRICT;

CREATE TABLE audit (
  sequence INTEGER NOT NULL PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  principal TEXT NOT NULL,
  organisation TEXT NOT NULL,
  action TEXT NOT NULL,
  object_kind TEXT NOT NULL,
  object BLOB NOT NULL,
  purpose TEXT NOT NULL,
  commitment BLOB NOT NULL,
  previous_hash BLOB NOT NULL,
  entry_hash BLOB NOT NULL
) STRICT;
CREATE INDEX audit_by_object ON audit (object, sequence);
CREATE INDEX audit_by_principal ON audit (principal, sequence);

-- One row a sealed batch: the tree over all entries so far, signed by the hub. `frontier` is
-- what the next batch needs to go on without reading the old entries.
CREATE TABLE audit_checkpoint (
  tree_size INTEGER NOT NULL PRIMARY KEY,
  tree_root BLOB NOT NULL,
  chain_head BLOB NOT NULL,
  at INTEGER NOT NULL,
  signature BLOB NOT NULL,
  frontier BLOB NOT NULL
) STRICT;
