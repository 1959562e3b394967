#include "steps/outreach/coverage.h"

#include <algorithm>

namespace outreach {
namespace {

using model::CoverageCell;

CoverageCell cell_of(std::string code, const std::map<std::int64_t, bool>& firms) {
  const auto visited = std::ranges::count_if(firms, [](const auto& firm) { return firm.second; });
  return {std::move(code), static_cast<std::int64_t>(firms.size()), visited};
}

bool is_told(std::size_t firms) {
  return firms >= static_cast<std::size_t>(firms_told_min);
}

}  // namespace

void CoverageCount::add(std::string_view code, std::int64_t firm, bool is_visited) {
  auto found = by_code_.find(code);
  if (found == by_code_.end()) found = by_code_.emplace(std::string(code), Firms{}).first;
  found->second[firm] = is_visited;
}

std::vector<CoverageCell> CoverageCount::cells() const {
  auto kept = by_code_;
  Firms rest;
  const auto fold = [&](auto cell) {
    rest.insert(cell->second.begin(), cell->second.end());
    return kept.erase(cell);
  };
  for (auto cell = kept.begin(); cell != kept.end();)
    cell = is_told(cell->second.size()) ? std::next(cell) : fold(cell);
  while (!rest.empty() && !is_told(rest.size()) && !kept.empty())
    fold(std::ranges::min_element(kept, {}, [](const auto& cell) { return cell.second.size(); }));
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
