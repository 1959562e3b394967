#pragma once

#include <optional>
#include <string>

#include "edges/db/connection.h"
#include "edges/store/committed_content.h"
#include "edges/store/keys.h"
#include "ground/model/digest.h"

/// Figures as they were told first. Written once and never changed; rows belong to the home desk of
/// the hub and are sealed each with a key of its own.
namespace store {

/// Gives the commitment for its audit row. One row a month and audience.
[[nodiscard]] base::Bytes insert_kept_figures(db::Connection& connection, const Keys& keys,
                                              const model::KeptFigures& kept);
[[nodiscard]] std::optional<model::KeptFigures> find_kept_figures(db::Connection& connection,
                                                                  const Keys& keys,
                                                                  const std::string& month,
                                                                  const std::string& audience);

/// For the check of the record.
[[nodiscard]] ContentSource kept_figures_content();

}  // namespace store
