#pragma once

#include <optional>
#include <string_view>

#include "edges/db/connection.h"
#include "edges/store/keys.h"
#include "ground/base/bytes.h"
#include "ground/base/result.h"
#include "ground/crypto/signing.h"
#include "ground/model/organisation.h"

/// What a store knows of the hub it belongs to: its keys, wrapped by the master key, and the
/// organisation that runs it.
namespace store {

/// Makes and keeps new keys. Fails with `conflict` when the store has keys already.
[[nodiscard]] base::Result<Keys> make_keys(db::Connection& connection, const crypto::Key32& master);

/// Fails with `not_found` when the store was never set up, `refused` when the master key is
/// not the one it was set up with.
[[nodiscard]] base::Result<Keys> open_keys(db::Connection& connection, const crypto::Key32& master);

/// The public half of the key that signs the checkpoints; for outsiders, without any secret.
[[nodiscard]] std::optional<crypto::VerifyingKey> find_verifying_key(db::Connection& connection);

/// The organisation that runs the hub.
void set_home(db::Connection& connection, base::Id<model::Organisation> organisation);
[[nodiscard]] std::optional<base::Id<model::Organisation>> find_home(db::Connection& connection);

/// Writes a row and deletes it: throws when nothing can be written now (a full disk).
void try_to_write(db::Connection& connection);

}  // namespace store
