#pragma once

#include "edges/db/connection.h"
#include "edges/store/keys.h"
#include "ground/base/id.h"
#include "ground/model/organisation.h"

/// Every organisation has a key of its own, which wraps the data keys of its rows. It is the row
/// key of the organisation's own row, wrapped by the hub's master key.
namespace store {

/// The key of an organisation that a row names. Throws OutsideFailure where there is none, the
/// wrapped key was altered or the master key is another one: the file is not as it was written.
[[nodiscard]] crypto::Key32 get_organisation_key(db::Connection& connection, const Keys& keys,
                                                 base::Id<model::Organisation> organisation);

}  // namespace store
