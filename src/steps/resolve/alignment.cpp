#include "steps/resolve/alignment.h"

#include <algorithm>

namespace resolve {
namespace {

constexpr int doubled_letter = 24, strange_swap = 80;
constexpr std::uint16_t empty_unit = 1;

}  // namespace

Alignment::Alignment(std::span<const std::uint8_t> columns, const LetterTable& table, int limit)
    : columns_(columns.first(std::min(columns.size(), aligned_max))),
      table_(table),
      limit_(limit),
      count_(columns_.size()) {
  for (std::size_t j = 1; j <= count_; ++j)
    for (std::size_t length = 1; length <= std::min<std::size_t>(3, j); ++length)
      units_[j][length - 1] = table.right_number(columns_.subspan(j - length, length));
  advance({}, 0);
}

int Alignment::by_letters(std::span<const std::uint8_t> rows, std::size_t i, std::size_t j) const {
  int here = limit_;
  if (i > 0) {
    const bool is_doubled = i > 1 && rows[i - 1] == rows[i - 2];
    const int cost = table_.dropped(rows[i - 1]);
    here = cells_[i - 1][j] + (is_doubled ? std::min(cost, doubled_letter) : cost);
  }
  if (j > 0) {
    const bool is_doubled = j > 1 && columns_[j - 1] == columns_[j - 2];
    const int cost = table_.added(columns_[j - 1]);
    here = std::min(here, cells_[i][j - 1] + (is_doubled ? std::min(cost, doubled_letter) : cost));
  }
  if (i > 0 && j > 0)
    here = std::min(here, cells_[i - 1][j - 1] + table_.single(rows[i - 1], columns_[j - 1]));
  if (i > 1 && j > 1 && table_.is_same_alphabet() && rows[i - 1] == columns_[j - 2] &&
      rows[i - 2] == columns_[j - 1])
    here = std::min(here, cells_[i - 2][j - 2] + strange_swap);
  return here;
}

int Alignment::by_units(const RowUnits& units, std::size_t i, std::size_t j, int here) const {
  const auto& column = units_[j];
  const auto try_units = [&](std::uint16_t left, std::size_t from, std::uint16_t right,
                             std::size_t to) {
    const int before = cells_[i - from][j - to];
    if (before >= here) return;
    if (const auto cost = table_.longer(left, right); cost != LetterTable::none)
      here = std::min(here, before + cost);
  };
  const auto try_right = [&](std::uint16_t left, std::size_t from) {
    if (column[1] != 0) try_units(left, from, column[1], 2);
    if (column[2] != 0) try_units(left, from, column[2], 3);
  };
  const auto try_left = [&](std::uint16_t left, std::size_t from) {
    try_units(left, from, empty_unit, 0);
    if (column[0] != 0) try_units(left, from, column[0], 1);
    try_right(left, from);
  };
  try_right(empty_unit, 0);
  if (units.one != 0) try_right(units.one, 1);
  if (units.two != 0) try_left(units.two, 2);
  if (units.three != 0) try_left(units.three, 3);
  return here;
}

bool Alignment::advance(std::span<const std::uint8_t> rows, std::size_t row) {
  RowUnits units;
  std::size_t low = row == 0 ? 0 : count_ + 1;
  std::size_t high = 0;
  for (std::size_t back = 1; back <= std::min<std::size_t>(3, row); ++back) {
    const auto number = table_.left_number(rows.subspan(row - back, back));
    (back == 1 ? units.one : back == 2 ? units.two : units.three) = number;
    const auto& alive = alive_[row - back];
    if (alive.low > alive.high) continue;
    low = std::min<std::size_t>(low, alive.low);
    high = std::max<std::size_t>(high, alive.high);
  }
  auto& cells = cells_[row];
  std::fill_n(cells.begin(), count_ + 1, static_cast<std::uint16_t>(limit_));
  Span alive{255, 0};
  // A unit reaches at most three columns beyond what is alive before it.
  for (std::size_t j = low; j <= std::min(count_, high + 3); ++j) {
    int here = row + j == 0 ? 0 : by_letters(rows, row, j);
    here = by_units(units, row, j, here);
    if (here >= limit_) continue;
    cells[j] = static_cast<std::uint16_t>(here);
    if (alive.low == 255) alive.low = static_cast<std::uint8_t>(j);
    alive.high = static_cast<std::uint8_t>(j);
    high = std::max(high, j);
  }
  alive_[row] = alive;
  for (std::size_t back = 0; back <= std::min<std::size_t>(2, row); ++back)
    if (alive_[row - back].low <= alive_[row - back].high) return true;
  return false;
}

int alignment_cost(std::span<const std::uint8_t> left, std::span<const std::uint8_t> right,
                   const LetterTable& table, int limit) {
  left = left.first(std::min(left.size(), aligned_max));
  Alignment grid(right, table, limit);
  for (std::size_t row = 1; row <= left.size(); ++row)
    if (!grid.advance(left, row)) return limit;
  return grid.total(left.size());
}

}  // namespace resolve
