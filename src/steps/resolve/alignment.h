#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "steps/resolve/letter_table.h"

namespace resolve {

/// Symbols of a word that are aligned.
inline constexpr std::size_t aligned_max = 40;

/// What a way may cost, in eighths of a bit: in all, and after so many columns.
struct CostLimit {
  int total = 0, at_start = 0, a_column = 0;

  /// The same everywhere.
  static constexpr CostLimit flat(int total) { return {total, total, 0}; }
};

/// The cheapest ways to write a word (rows, letter by letter) as another (columns): the grid of an
/// edit distance, of which only what stays under a limit is worked out. Words that begin alike
/// share rows, so a sorted list of words can be searched like a tree.
class Alignment {
 public:
  /// `columns` ends with end_symbol. What is not under the limit counts as its total. The table
  /// must outlive it.
  Alignment(std::span<const std::uint8_t> columns, const LetterTable& table,
            const CostLimit& limit);

  /// Makes the row after the first `row` letters of `rows`; those before must stand. False where
  /// no longer word with these letters can stay under the limit.
  bool advance(std::span<const std::uint8_t> rows, std::size_t row);

  /// The cost of all columns against the first `row` letters.
  [[nodiscard]] int total(std::size_t row) const { return cells_[row][count_]; }

 private:
  using Row = std::array<std::uint16_t, aligned_max + 1>;
  /// Columns of a row that are under the limit; none where `low` is above `high`.
  struct Alive {
    std::uint8_t low = 0, high = 0;
  };
  /// What one row needs of the rows before it: units of up to three letters that end there.
  struct Before {
    const std::uint16_t* cells = nullptr;
    const std::uint8_t* longer = nullptr;  ///< costs by number of the column's unit, or none
    std::size_t letters = 0;
  };
  struct Column {
    std::array<std::uint16_t, 3> units{};  ///< numbers of the 1, 2, 3 letters that end here
    std::uint8_t letter = 0, added = 0;
    bool has_longer = false;
    std::uint16_t limit = 0;
  };
  [[nodiscard]] int by_letters(std::span<const std::uint8_t> rows, std::size_t i, std::size_t j,
                               int dropped) const;
  [[nodiscard]] int by_units(const std::array<Before, 4>& before, std::size_t j, int here) const;

  const LetterTable& table_;
  int limit_;
  std::size_t count_;
  bool is_same_alphabet_;
  std::array<Column, aligned_max + 1> columns_{};
  std::array<Row, aligned_max + 1> cells_;  // NOLINT: each row is filled when it is made
  std::array<Alive, aligned_max + 1> alive_{};
};

/// The cheapest way to write `left` as `right`, in eighths of a bit; `limit` where it is not under
/// that. Both end with end_symbol.
[[nodiscard]] int alignment_cost(std::span<const std::uint8_t> left,
                                 std::span<const std::uint8_t> right, const LetterTable& table,
                                 int limit);

}  // namespace resolve
