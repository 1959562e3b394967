#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "edges/db/value.h"
#include "ground/access/access.h"

/// Turns an rights::Scope into a condition, so that a list can only hold what its reader may see.
namespace store {

/// Adds a value to the parameters and returns its placeholder, "$4".
template <class Item>
[[nodiscard]] std::string place(db::Parameters& parameters, Item&& item) {
  parameters.add(std::forward<Item>(item));
  return "$" + std::to_string(parameters.values().size());
}

/// Where a table keeps what scopes ask for. "" = the table has no such thing, so that part of a
/// scope finds nothing.
struct ScopeColumns {
  std::string_view organisation;  ///< a column
  std::string_view area;          ///< a column with one municipality code
  std::string_view area_rows;     ///< "report_area a WHERE a.report_id = r.id": rows with a.area
  std::string_view self;          ///< a condition that is true for what the account made
};

/// "(1 = 1)", "(1 = 0)" or the alternatives that the scope allows, in brackets.
[[nodiscard]] std::string scope_condition(const rights::Scope& scope, const ScopeColumns& columns,
                                          db::Parameters& parameters);

}  // namespace store
