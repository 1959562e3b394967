#include "steps/resolve/alignment.h"

#include <algorithm>

namespace resolve {
namespace {

constexpr int doubled_letter = LetterTable::doubled_letter,
              strange_swap = LetterTable::strange_swap;
constexpr std::uint16_t empty_unit = 1;
/// Above every limit, and two of it still fit into a cell.
constexpr std::uint16_t never = 8000;

std::uint16_t cost_of(std::uint8_t cost) {
  return cost == LetterTable::none ? never : cost;
}

void lower(std::uint16_t& cell, int cost) {
  cell = static_cast<std::uint16_t>(std::min<int>(cell, cost));
}

}  // namespace

Alignment::Alignment(std::span<const std::uint8_t> columns, const LetterTable& table)
    : table_(table),
      columns_(columns.first(std::min(columns.size(), aligned_max))),
      count_(columns_.size()),
      is_same_alphabet_(table.is_same_alphabet()) {
  const auto* empty = table.longer_than(empty_unit);
  for (std::size_t j = 0; j <= count_; ++j) {
    units_[0][j] = units_[1][j] = units_[2][j] = 0;
    added_units_[0][j] = added_units_[1][j] = never;
    if (j == 0) continue;
    letters_[j] = columns_[j - 1];
    const bool is_doubled = j > 1 && letters_[j] == letters_[j - 1];
    const int added = table.added(letters_[j]);
    added_[j] = static_cast<std::uint8_t>(is_doubled ? std::min(added, doubled_letter) : added);
    const auto ending = table.right_ending(columns_, j);
    for (std::size_t length = 0; length < ending.size(); ++length)
      units_[length][j] = ending[length];
    if (ending[1] == 0 && ending[2] == 0) continue;
    with_units_[with_units_count_++] = static_cast<std::uint8_t>(j);
    for (const std::size_t more : {0U, 1U})
      if (ending[more + 1] != 0) {
        added_units_[more][j] = cost_of(empty[ending[more + 1]]);
        adds_units_ = adds_units_ || added_units_[more][j] != never;
      }
  }
}

void Alignment::start() {
  std::fill_n(cells_[0].begin(), count_ + 1, static_cast<std::uint16_t>(limit_));
  cells_[0][0] = 0;
  alive_[0] = close(0, {0, 0}, limit_);
}

int Alignment::cost(std::span<const std::uint8_t> word, int limit) {
  if (limit <= 0) return limit;
  word = word.first(std::min(word.size(), aligned_max));
  LeastRest rows;     // NOLINT: filled by the table
  LeastRest columns;  // NOLINT
  table_.least_rests(word, columns_, rows, columns);
  if (std::max(rows[0], columns[0]) >= limit) return limit;
  limit_ = limit;
  for (std::size_t j = 0; j <= count_; ++j)
    column_limits_[j] = static_cast<std::uint16_t>(std::max(0, limit - columns[j]));
  start();
  for (std::size_t row = 1; row <= word.size(); ++row)
    if (!advance(word, row, rows[row])) return limit;
  return cells_[word.size()][count_];
}

/// The columns that the rows before it may lead to without a letter being added.
Alignment::Span Alignment::reach_of(std::size_t row) const {
  Span reach{count_ + 1, 0};
  for (std::size_t back = 1; back <= std::min<std::size_t>(3, row); ++back) {
    const auto& alive = alive_[row - back];
    if (alive.low > alive.high) continue;
    reach.low = std::min<std::size_t>(reach.low, alive.low);
    // A unit reaches at most three columns further.
    reach.high = std::max<std::size_t>(reach.high, alive.high + std::size_t{3});
  }
  reach.high = std::min(reach.high, count_);
  return reach;
}

void Alignment::by_letters(std::span<const std::uint8_t> rows, std::size_t row, const Span& reach) {
  const auto letter = rows[row - 1];
  int dropped = table_.dropped(letter);
  if (row > 1 && rows[row - 2] == letter) dropped = std::min(dropped, doubled_letter);
  auto& cells = cells_[row];
  const auto& above = cells_[row - 1];
  const auto* single = table_.singles_of(letter);
  std::size_t j = reach.low;
  if (j == 0) lower(cells[j++], above[0] + dropped);
  for (; j <= reach.high; ++j)
    lower(cells[j], std::min(above[j] + dropped, above[j - 1] + single[letters_[j]]));
  if (!is_same_alphabet_ || row < 2) return;
  for (j = std::max<std::size_t>(2, reach.low); j <= reach.high; ++j)
    if (rows[row - 2] == letters_[j] && letter == letters_[j - 1])
      lower(cells[j], cells_[row - 2][j - 2] + strange_swap);
}

void Alignment::by_units(std::span<const std::uint8_t> rows, std::size_t row, const Span& reach) {
  auto& cells = cells_[row];
  const auto numbers = table_.left_ending(rows, row);
  for (std::size_t back = 1; back <= std::min<std::size_t>(3, row); ++back) {
    const auto number = numbers[back - 1];
    if (number == 0 || alive_[row - back].low > alive_[row - back].high) continue;
    const auto* longer = table_.longer_than(number);
    const auto& before = cells_[row - back];
    if (back > 1) {
      if (const auto cost = longer[empty_unit]; cost != LetterTable::none)
        for (std::size_t j = reach.low; j <= reach.high; ++j)
          lower(cells[j], before[j] + cost);
      for (std::size_t j = std::max<std::size_t>(1, reach.low); j <= reach.high; ++j)
        if (const auto cost = longer[units_[0][j]]; cost != LetterTable::none)
          lower(cells[j], before[j - 1] + cost);
    }
    for (const auto j : std::span(with_units_).first(with_units_count_)) {
      if (j < reach.low || j > reach.high) continue;
      if (const auto cost = longer[units_[1][j]]; cost != LetterTable::none)
        lower(cells[j], before[j - std::size_t{2}] + cost);
      if (const auto cost = longer[units_[2][j]]; cost != LetterTable::none)
        lower(cells[j], before[j - std::size_t{3}] + cost);
    }
  }
}

/// Adds letters of the columns alone, from left to right, and keeps what is under the limit.
Alignment::Alive Alignment::close(std::size_t row, const Span& reach, int row_limit) {
  auto& cells = cells_[row];
  std::size_t low = 255;
  std::size_t last = 0;
  std::size_t high = reach.high;
  int here = reach.low == 0 ? limit_ : cells[reach.low - 1];
  for (std::size_t j = reach.low; j <= std::min(count_, high); ++j) {
    here = j == 0 ? cells[j] : std::min<int>(cells[j], here + added_[j]);
    if (adds_units_ && j > 1) {
      here = std::min(here, cells[j - 2] + added_units_[0][j]);
      if (j > 2) here = std::min(here, cells[j - 3] + added_units_[1][j]);
    }
    const bool is_alive = here < std::min<int>(column_limits_[j], row_limit);
    here = is_alive ? here : limit_;
    cells[j] = static_cast<std::uint16_t>(here);
    low = is_alive && low == 255 ? j : low;
    last = is_alive ? j : last;
    high = is_alive ? std::max(high, j + 3) : high;
  }
  return {static_cast<std::uint8_t>(low), static_cast<std::uint8_t>(last)};
}

bool Alignment::advance(std::span<const std::uint8_t> rows, std::size_t row, int rest) {
  const auto reach = reach_of(row);
  std::fill_n(cells_[row].begin(), count_ + 1, static_cast<std::uint16_t>(limit_));
  if (reach.low <= reach.high) {
    by_letters(rows, row, reach);
    by_units(rows, row, reach);
  }
  alive_[row] = close(row, reach, limit_ - rest);
  for (std::size_t back = 0; back <= std::min<std::size_t>(2, row); ++back)
    if (alive_[row - back].low <= alive_[row - back].high) return true;
  return false;
}

}  // namespace resolve
