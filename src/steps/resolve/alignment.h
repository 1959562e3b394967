#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "steps/resolve/letter_table.h"

namespace resolve {

/// Symbols of a word that are aligned.
inline constexpr std::size_t aligned_max = 40;

/// The cheapest ways to write a word (rows, letter by letter) as another (columns): the grid of an
/// edit distance, of which only what stays under a limit is worked out. Words that begin alike
/// share rows, so a sorted list of words can be searched like a tree.
class Alignment {
 public:
  /// `columns` ends with end_symbol. Costs in eighths of a bit; what is not under `limit` counts as
  /// `limit`. Both must outlive it.
  Alignment(std::span<const std::uint8_t> columns, const LetterTable& table, int limit);

  /// Makes the row after the first `row` letters of `rows`; those before must stand. False where
  /// no longer word with these letters can stay under the limit.
  bool advance(std::span<const std::uint8_t> rows, std::size_t row);

  /// The cost of all columns against the first `row` letters.
  [[nodiscard]] int total(std::size_t row) const { return cells_[row][count_]; }

 private:
  struct Span {
    std::uint8_t low = 0, high = 0;
  };
  struct RowUnits {
    std::uint16_t one = 0, two = 0, three = 0;
  };
  [[nodiscard]] int by_letters(std::span<const std::uint8_t> rows, std::size_t i,
                               std::size_t j) const;
  [[nodiscard]] int by_units(const RowUnits& units, std::size_t i, std::size_t j, int here) const;

  std::span<const std::uint8_t> columns_;
  const LetterTable& table_;
  int limit_;
  std::size_t count_;
  std::array<std::array<std::uint16_t, 3>, aligned_max + 1> units_{};  ///< 1, 2, 3 letters before
  std::array<std::array<std::uint16_t, aligned_max + 1>, aligned_max + 1>
      cells_;  // NOLINT: each row is filled when it is made
  std::array<Span, aligned_max + 1> alive_{};
};

/// The cheapest way to write `left` as `right`, in eighths of a bit; `limit` where it is not under
/// that. Both end with end_symbol.
[[nodiscard]] int alignment_cost(std::span<const std::uint8_t> left,
                                 std::span<const std::uint8_t> right, const LetterTable& table,
                                 int limit);

}  // namespace resolve
