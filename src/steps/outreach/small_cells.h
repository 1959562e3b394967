#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <map>
#include <string>
#include <utility>

namespace outreach {

/// No figure may single out fewer firms than this.
inline constexpr std::int64_t firms_told_min = 5;

[[nodiscard]] constexpr bool is_told(std::size_t firms) {
  return firms >= static_cast<std::size_t>(firms_told_min);
}

/// A part is told only where the other part stands for nobody or for enough firms as well.
[[nodiscard]] constexpr bool may_tell_parts(std::size_t one, std::size_t other) {
  return is_told(one) && (other == 0 || is_told(other));
}

/// Cells by code, and the rest that holds what no cell of its own may tell.
template <typename Cell>
struct FoldedCells {
  std::map<std::string, Cell, std::less<>> kept;
  Cell rest;
};

/// Cells behind which `firms_told_min` firms stand are kept, the others join the rest. Where the
/// rest alone would be smaller, the smallest cell joins it, so that no figure follows from the
/// difference of others. `firms_of(cell)` counts the firms of a cell; `join(rest, cell)` adds one.
template <typename Cell, typename FirmsOf, typename Join>
[[nodiscard]] FoldedCells<Cell> fold_small(std::map<std::string, Cell, std::less<>> cells,
                                           const FirmsOf& firms_of, const Join& join) {
  FoldedCells<Cell> folded{std::move(cells), {}};
  auto& [kept, rest] = folded;
  const auto fold = [&](auto cell) {
    join(rest, cell->second);
    return kept.erase(cell);
  };
  bool is_empty = true;
  for (auto cell = kept.begin(); cell != kept.end();) {
    if (is_told(firms_of(cell->second))) {
      ++cell;
    } else {
      is_empty = false;
      cell = fold(cell);
    }
  }
  while (!is_empty && !is_told(firms_of(rest)) && !kept.empty())
    fold(std::ranges::min_element(kept, {},
                                  [&](const auto& cell) { return firms_of(cell.second); }));
  return folded;
}

}  // namespace outreach
