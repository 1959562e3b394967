#include "edges/store/organisation_scope.h"

#include <fmt/format.h>

#include "edges/store/scope_condition.h"

namespace store {

std::string organisation_scope_condition(const rights::Scope& scope, std::string_view reader_key,
                                         db::Parameters& parameters) {
  return fmt::format("({} OR ({} AND o.station = {}))",
                     scope_condition(scope,
                                     {.organisation = "o.id",
                                      .area = "",
                                      .area_rows = "organisation_area a WHERE a.org_id = o.id",
                                      .self = ""},
                                     parameters),
                     scope.addressed && !reader_key.empty() ? "(1 = 1)" : "(1 = 0)",
                     place(parameters, reader_key));
}

}  // namespace store
