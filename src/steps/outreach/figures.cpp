#include "steps/outreach/figures.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "steps/outreach/small_cells.h"

namespace outreach {
void FigureCount::add(std::string_view code, std::string_view firm) {
  auto found = by_code_.find(code);
  if (found == by_code_.end()) found = by_code_.emplace(std::string(code), Cell{}).first;
  ++found->second.count;
  if (!firm.empty()) found->second.firms.emplace(firm);
}

void FigureCount::join(Cell& into, const Cell& other) {
  into.count += other.count;
  into.firms.insert(other.firms.begin(), other.firms.end());
}

FigureCount::Cell FigureCount::all() const {
  Cell all;
  for (const auto& [code, cell] : by_code_)
    join(all, cell);
  return all;
}

model::ToldCount FigureCount::total() const {
  const auto all = this->all();
  if (!is_told(all.firms.size())) return std::nullopt;
  return all.count;
}

std::vector<model::Figure> FigureCount::cells() const {
  const auto [kept, rest] = fold_small(
      by_code_, [](const Cell& cell) { return cell.firms.size(); }, join);
  std::vector<model::Figure> figures;
  for (const auto& [code, cell] : kept)
    figures.push_back({code, cell.count});
  if (is_told(rest.firms.size())) figures.push_back({"", rest.count});
  return figures;
}

std::vector<model::Share> FigureCount::shares() const {
  const auto all = this->all();
  std::vector<model::Share> shares;
  if (!is_told(all.firms.size())) return shares;
  for (const auto& cell : cells())
    shares.push_back({cell.code, percent_step(cell.count, all.count, all.firms.size())});
  return shares;
}

std::string_view stage_group(model::Stage stage) {
  using enum model::Stage;
  switch (stage) {
    case none:
      return "stages_none";
    case spot:
    case approach:
    case probe:
      return "stages_early";
    case develop:
    case test:
      return "stages_building";
    case task:
    case run:
    case coerce:
      return "stages_acting";
  }
  return "stages_none";
}

std::int64_t figure_step(std::int64_t count) {
  std::int64_t step = 0;
  for (std::int64_t next = 5; next <= count;) {
    step = next;
    // 5, 10, 20, 50, 100, 200, 500: the leading digit goes 5, 1, 2.
    auto lead = next;
    while (lead >= 10)
      lead /= 10;
    next = lead == 2 ? next / 2 * 5 : next * 2;
  }
  return step;
}

std::int64_t percent_step(std::int64_t part, std::int64_t whole, std::size_t firms) {
  constexpr std::array<std::int64_t, 5> steps = {1, 5, 10, 25, 50};
  const auto stands_for_enough = [&](std::int64_t step) {
    return step * static_cast<std::int64_t>(firms) >= firms_told_min * 100;
  };
  const auto* found = std::ranges::find_if(steps, stands_for_enough);
  const auto step = static_cast<double>(found == steps.end() ? steps.back() : *found);
  const auto percent = 100 * static_cast<double>(part) / static_cast<double>(whole);
  return std::lround(std::round(percent / step) * step);
}

}  // namespace outreach
