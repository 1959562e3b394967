#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "edges/db/connection.h"
#include "edges/store/committed_content.h"
#include "edges/store/row_key.h"
#include "ground/access/access.h"
#include "ground/base/result.h"
#include "ground/model/page.h"
#include "ground/model/small_fact.h"

/// Small facts. A row belongs to the desk that noted it and is sealed with its own key; nothing of
/// it can be searched but its place and its end.
namespace store {

struct StoredFact {
  model::SmallFact fact;
  RowKey key;
};

/// Writes a new one; revision becomes 1. Gives the commitment for its audit row.
[[nodiscard]] base::Bytes insert_fact(db::Connection& connection, const Keys& keys,
                                      StoredFact& stored);

[[nodiscard]] std::optional<StoredFact> find_fact(db::Connection& connection, const Keys& keys,
                                                  base::Id<model::SmallFact> id);

/// precondition_failed where the revision is another.
[[nodiscard]] base::Result<base::Bytes> update_fact(db::Connection& connection, StoredFact& stored);

/// Newest first, none that has ended by `now`.
[[nodiscard]] model::Page<model::SmallFact> list_facts(db::Connection& connection, const Keys& keys,
                                                       const rights::Scope& scope,
                                                       base::UtcTime now,
                                                       const model::PageRequest& page);

/// Those that have ended by `now`, the first to end first.
[[nodiscard]] std::vector<base::Id<model::SmallFact>> list_ended_facts(db::Connection& connection,
                                                                       base::UtcTime now,
                                                                       std::size_t most);

void delete_fact(db::Connection& connection, base::Id<model::SmallFact> id);

/// Facts, for the check of the record.
[[nodiscard]] ContentSource fact_content();

}  // namespace store
