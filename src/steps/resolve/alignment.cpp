#include "steps/resolve/alignment.h"

#include <algorithm>

namespace resolve {
namespace {

constexpr int doubled_letter = 24, strange_swap = 80;
constexpr std::uint16_t empty_unit = 1;

}  // namespace

Alignment::Alignment(std::span<const std::uint8_t> columns, const LetterTable& table,
                     const CostLimit& limit)
    : table_(table),
      limit_(limit.total),
      count_(std::min(columns.size(), aligned_max)),
      is_same_alphabet_(table.is_same_alphabet()) {
  for (std::size_t j = 0; j <= count_; ++j) {
    auto& column = columns_[j];
    column.limit = static_cast<std::uint16_t>(
        std::clamp(limit.at_start + limit.a_column * static_cast<int>(j), 0, limit_));
    if (j == 0) continue;
    column.letter = columns[j - 1];
    const bool is_doubled = j > 1 && columns[j - 1] == columns[j - 2];
    const int added = table.added(column.letter);
    column.added = static_cast<std::uint8_t>(is_doubled ? std::min(added, doubled_letter) : added);
    for (std::size_t length = 1; length <= std::min<std::size_t>(3, j); ++length)
      column.units[length - 1] = table.right_number(columns.subspan(j - length, length));
    column.has_longer = column.units[1] != 0 || column.units[2] != 0;
  }
  if (limit_ > 0) advance({}, 0);
}

int Alignment::by_letters(std::span<const std::uint8_t> rows, std::size_t i, std::size_t j,
                          int dropped) const {
  int here = limit_;
  const auto& column = columns_[j];
  if (j > 0) here = cells_[i][j - 1] + column.added;
  if (i == 0) return here;
  const auto& above = cells_[i - 1];
  here = std::min(here, above[j] + dropped);
  if (j == 0) return here;
  here = std::min(here, above[j - 1] + table_.single(rows[i - 1], column.letter));
  if (is_same_alphabet_ && i > 1 && j > 1 && rows[i - 1] == columns_[j - 1].letter &&
      rows[i - 2] == column.letter)
    here = std::min(here, cells_[i - 2][j - 2] + strange_swap);
  return here;
}

int Alignment::by_units(const std::array<Before, 4>& before, std::size_t j, int here) const {
  const auto& column = columns_[j];
  const auto try_unit = [&](const Before& row, std::size_t letters) {
    const auto number = column.units[letters - 1];
    const int so_far = row.cells[j - letters];
    if (number == 0 || so_far >= here) return;
    if (const auto cost = row.longer[number]; cost != LetterTable::none)
      here = std::min(here, so_far + cost);
  };
  for (const auto& row : before) {
    if (row.longer == nullptr) continue;
    if (row.letters > 1) {
      if (const auto cost = row.longer[empty_unit];
          cost != LetterTable::none && row.cells[j] < here)
        here = std::min(here, row.cells[j] + cost);
      if (j > 0) try_unit(row, 1);
    }
    if (!column.has_longer) continue;
    if (j > 1) try_unit(row, 2);
    if (j > 2) try_unit(row, 3);
  }
  return here;
}

bool Alignment::advance(std::span<const std::uint8_t> rows, std::size_t row) {
  std::array<Before, 4> before;
  std::size_t low = row == 0 ? 0 : count_ + 1;
  std::size_t high = 0;
  before[0] = {cells_[row].data(), table_.longer_than(empty_unit), 0};
  for (std::size_t back = 1; back <= std::min<std::size_t>(3, row); ++back) {
    const auto& alive = alive_[row - back];
    if (alive.low > alive.high) continue;
    low = std::min<std::size_t>(low, alive.low);
    high = std::max<std::size_t>(high, alive.high);
    if (const auto number = table_.left_number(rows.subspan(row - back, back)); number != 0)
      before[back] = {cells_[row - back].data(), table_.longer_than(number), back};
  }
  int dropped = 0;
  if (row > 0) {
    dropped = table_.dropped(rows[row - 1]);
    if (row > 1 && rows[row - 1] == rows[row - 2]) dropped = std::min(dropped, doubled_letter);
  }
  auto& cells = cells_[row];
  std::fill_n(cells.begin(), count_ + 1, static_cast<std::uint16_t>(limit_));
  Alive alive{255, 0};
  // A unit reaches at most three columns beyond what is alive before it.
  for (std::size_t j = low; j <= std::min(count_, high + 3); ++j) {
    int here = row + j == 0 ? 0 : by_letters(rows, row, j, dropped);
    here = by_units(before, j, here);
    if (here >= columns_[j].limit) continue;
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
  if (limit <= 0) return limit;
  left = left.first(std::min(left.size(), aligned_max));
  Alignment grid(right, table, CostLimit::flat(limit));
  for (std::size_t row = 1; row <= left.size(); ++row)
    if (!grid.advance(left, row)) return limit;
  return grid.total(left.size());
}

}  // namespace resolve
