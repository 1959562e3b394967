#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "steps/resolve/letter_table.h"

namespace resolve {

/// Symbols of a word that are aligned.
inline constexpr std::size_t aligned_max = 40;

/// What the rest of a word after so many letters costs at least, in eighths of a bit.
using LeastRest = std::array<std::uint16_t, aligned_max + 1>;

/// The cheapest ways to write a word (rows, letter by letter) as another (columns): the grid of an
/// edit distance, of which only what stays under a limit is worked out.
class Alignment {
 public:
  /// `columns` ends with end_symbol. The table and the columns must outlive it.
  Alignment(std::span<const std::uint8_t> columns, const LetterTable& table);

  /// The cheapest way to write a whole word as the columns, in eighths of a bit; `limit` where it
  /// is not under that.
  [[nodiscard]] int cost(std::span<const std::uint8_t> word, int limit);

 private:
  using Row = std::array<std::uint16_t, aligned_max + 1>;
  /// Columns of a row that are under the limit; none where `low` is above `high`.
  struct Alive {
    std::uint8_t low = 0, high = 0;
  };
  struct Span {
    std::size_t low = 0, high = 0;
  };
  [[nodiscard]] Span reach_of(std::size_t row) const;
  void by_letters(std::span<const std::uint8_t> rows, std::size_t row, const Span& reach);
  void by_units(std::span<const std::uint8_t> rows, std::size_t row, const Span& reach);
  [[nodiscard]] Alive close(std::size_t row, const Span& reach, int row_limit);

  void start();
  /// Makes the row after the first `row` letters of `rows`, from 1. False where no longer word with
  /// these letters can stay under the limit, of which the other letters take at least `rest`.
  bool advance(std::span<const std::uint8_t> rows, std::size_t row, int rest);

  const LetterTable& table_;
  std::span<const std::uint8_t> columns_;
  int limit_ = 0;
  std::size_t count_;
  bool is_same_alphabet_;
  // What stands for each column; NOLINT: each is filled when it is made.
  std::array<std::uint8_t, aligned_max + 1> letters_, added_;              // NOLINT
  std::array<std::uint16_t, aligned_max + 1> column_limits_;               // NOLINT
  std::array<std::array<std::uint16_t, aligned_max + 1>, 3> units_;        // NOLINT
  std::array<std::array<std::uint16_t, aligned_max + 1>, 2> added_units_;  // NOLINT
  std::array<std::uint8_t, aligned_max> with_units_;                       // NOLINT
  std::size_t with_units_count_ = 0;
  bool adds_units_ = false;                   ///< a unit of the columns may stand against nothing
  std::array<Row, aligned_max + 1> cells_;    // NOLINT
  std::array<Alive, aligned_max + 1> alive_;  // NOLINT
};

}  // namespace resolve
