#include "edges/store/scope_condition.h"

#include <vector>

#include <fmt/format.h>

namespace store {
namespace {

/// Codes are digits, so ":" (the character after "9") ends the range of a prefix; a range can
/// use an index where LIKE with a parameter cannot.
std::string in_area(std::string_view column, const std::string& prefix,
                    db::Parameters& parameters) {
  const auto first = place(parameters, prefix);
  const auto last = place(parameters, prefix + ":");
  return fmt::format("({0} >= {1} AND {0} < {2})", column, first, last);
}

std::string in_areas(const rights::Scope& scope, std::string_view column,
                     db::Parameters& parameters) {
  std::string text;
  for (const auto& prefix : scope.areas)
    text += (text.empty() ? "" : " OR ") + in_area(column, prefix, parameters);
  return text;
}

}  // namespace

std::string scope_condition(const rights::Scope& scope, const ScopeColumns& columns,
                            db::Parameters& parameters) {
  if (scope.all) return "(1 = 1)";
  std::vector<std::string> parts;
  if (scope.own && !columns.organisation.empty())
    parts.push_back(
        fmt::format("{} = {}", columns.organisation, place(parameters, scope.organisation)));
  if (scope.self && !columns.self.empty()) parts.emplace_back(columns.self);
  if (!scope.areas.empty() && !columns.area.empty())
    parts.push_back(in_areas(scope, columns.area, parameters));
  if (!scope.areas.empty() && !columns.area_rows.empty())
    parts.push_back(fmt::format("EXISTS (SELECT 1 FROM {} AND ({}))", columns.area_rows,
                                in_areas(scope, "a.area", parameters)));
  if (parts.empty()) return "(1 = 0)";
  return fmt::format("({})", fmt::join(parts, " OR "));
}

}  // namespace store
