#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "edges/db/connection.h"
#include "edges/store/committed_content.h"
#include "edges/store/row_key.h"
#include "ground/base/result.h"
#include "ground/model/page.h"
#include "ground/model/visit.h"

/// Visits to firms. A row belongs to the desk that made the visit and is sealed with its own key.
namespace store {

struct StoredVisit {
  model::Visit visit;
  RowKey key;
};

/// Writes a new visit; revision becomes 1. Gives the commitment for its audit row.
[[nodiscard]] base::Bytes insert_visit(db::Connection& connection, const Keys& keys,
                                       StoredVisit& stored);

[[nodiscard]] std::optional<StoredVisit> find_visit(db::Connection& connection, const Keys& keys,
                                                    base::Id<model::Visit> id);

/// Replaces the body: what was shown stays as it was logged. precondition_failed where the
/// revision is another.
[[nodiscard]] base::Result<base::Bytes> update_visit(db::Connection& connection,
                                                     StoredVisit& stored);

/// Visits to a firm by any desk, newest first.
[[nodiscard]] model::Page<model::Visit> list_visits_of_firm(db::Connection& connection,
                                                            const Keys& keys,
                                                            base::Id<model::Organisation> firm,
                                                            const model::PageRequest& page);

/// Ids of the method cards, or of the alerts, that any visit has shown to the firm.
[[nodiscard]] std::set<std::string> shown_to_firm(db::Connection& connection,
                                                  base::Id<model::Organisation> firm,
                                                  model::Shown::Kind kind);

/// Visits for the check of the record.
[[nodiscard]] ContentSource visit_content();

}  // namespace store
