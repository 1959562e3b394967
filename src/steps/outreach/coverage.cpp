#include "steps/outreach/coverage.h"

#include <algorithm>

#include "steps/outreach/small_cells.h"

namespace outreach {
namespace {

using model::CoverageCell;

CoverageCell cell_of(std::string code, const std::map<std::int64_t, bool>& firms) {
  const auto visited = std::ranges::count_if(firms, [](const auto& firm) { return firm.second; });
  return {std::move(code), static_cast<std::int64_t>(firms.size()), visited};
}

}  // namespace

void CoverageCount::add(std::string_view code, std::int64_t firm, bool is_visited) {
  auto found = by_code_.find(code);
  if (found == by_code_.end()) found = by_code_.emplace(std::string(code), Firms{}).first;
  found->second[firm] = is_visited;
}

std::vector<CoverageCell> CoverageCount::cells() const {
  const auto [kept, rest] = fold_small(
      by_code_, [](const Firms& firms) { return firms.size(); },
      [](Firms& into, const Firms& other) { into.insert(other.begin(), other.end()); });
  std::vector<CoverageCell> cells;
  for (const auto& [code, firms] : kept)
    cells.push_back(cell_of(code, firms));
  if (is_told(rest.size())) cells.push_back(cell_of("", rest));
  return cells;
}

std::string_view field_of(std::string_view technology) {
  return technology.substr(0, technology.find('.'));
}

}  // namespace outreach
