#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "edges/db/connection.h"
#include "ground/model/organisation.h"

/// Which police desk a report goes to.
namespace workflow {

/// The desk whose queue and links a hub keeps: its bureau; in a hub without one the first
/// prefecture, national desk or industry body, by key. Nothing in a hub that has none.
[[nodiscard]] std::optional<model::Organisation> find_home_desk(db::Connection& connection);

/// Who owns a report that no firm stands behind: the station whose territory holds the first of
/// the areas that lies in any, else the home desk.
[[nodiscard]] model::Organisation receiving_desk(db::Connection& connection,
                                                 const model::Organisation& home,
                                                 const std::vector<std::string>& areas);

}  // namespace workflow
