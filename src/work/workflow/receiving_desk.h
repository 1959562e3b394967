#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "edges/db/connection.h"
#include "ground/model/organisation.h"
#include "ground/model/principal.h"

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

/// Who of the principal's own desk does what he asks for: an officer of a station, an analyst
/// elsewhere.
[[nodiscard]] model::Role desk_role(const model::Principal& principal);

}  // namespace workflow
