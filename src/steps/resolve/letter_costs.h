#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ground/base/result.h"
#include "ground/model/name.h"

namespace resolve {

/// How letters of one writing turn into those of another, learned by expectation maximisation
/// (Dempster, Laird and Rubin 1977) over many-to-many units (Jiampojamarn, Kondrak and Sherif
/// 2007): "shch" for щ costs little, "k" for щ much. A unit has at most three symbols a side.
class LetterTable {
 public:
  /// `name` as "LKj": the codes of the two alphabets, then a letter for the origin. Until rows are
  /// added, letters of one alphabet are themselves and all else is strange.
  explicit LetterTable(std::string name);

  void add(std::uint32_t from, std::uint32_t to, std::uint8_t cost);

  /// Costs in eighths of a bit: a letter for a letter, a letter for nothing, nothing for a letter.
  [[nodiscard]] int single(std::uint8_t from, std::uint8_t to) const {
    return single_[from * symbols + to];
  }
  [[nodiscard]] int dropped(std::uint8_t from) const { return dropped_[from]; }
  [[nodiscard]] int added(std::uint8_t to) const { return added_[to]; }
  /// Longer units; 255 where the table has no such pair.
  [[nodiscard]] std::uint8_t longer(std::uint32_t from, std::uint32_t to) const;
  /// Whether a unit may stand on the left or right side of a longer pair. Sometimes yes for no.
  [[nodiscard]] bool may_have_left(std::uint32_t unit) const { return left_[bit_of(unit)]; }
  [[nodiscard]] bool may_have_right(std::uint32_t unit) const { return right_[bit_of(unit)]; }
  [[nodiscard]] bool is_same_alphabet() const { return name_[0] == name_[1]; }
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  static constexpr std::size_t symbols = 64, bits = 8192;
  static std::size_t bit_of(std::uint32_t unit) { return (unit * 0x9E3779B1U) >> 19U; }
  void add_longer(std::uint32_t from, std::uint32_t to, std::uint8_t cost);
  void grow();

  std::string name_;
  std::array<std::uint8_t, symbols * symbols> single_{};
  std::array<std::uint8_t, symbols> dropped_{}, added_{};
  std::bitset<bits> left_, right_;
  std::vector<std::uint64_t> slots_;  ///< open addressing: pair of units, cost; 0 = free
  std::size_t used_ = 0;
};

/// Up to three symbols as one number; 0 is the empty unit.
[[nodiscard]] constexpr std::uint32_t pack_unit(std::span<const std::uint8_t> symbols) {
  std::uint32_t unit = 0;
  for (const auto symbol : symbols)
    unit = unit << 6U | symbol;
  return static_cast<std::uint32_t>(symbols.size()) << 18U | unit;
}

/// Stands after the last symbol of every word.
inline constexpr std::uint8_t end_symbol = 63;

class LetterCosts {
 public:
  LetterCosts();

  /// Adds rows "table, unit, unit, eighths of a bit"; $ is the end of a word. Rows of the table
  /// "next" belong to normalise and are passed over.
  [[nodiscard]] base::Result<void> add(std::string_view tsv);

  /// Tables from `left` to `right`, of which `left` must not come after `right` in order.
  [[nodiscard]] std::span<const LetterTable> tables(model::Alphabet left,
                                                    model::Alphabet right) const;

 private:
  std::array<std::array<std::vector<LetterTable>, model::alphabet_count>, model::alphabet_count>
      tables_;
};

/// The cheapest way to write `left` as `right`, in eighths of a bit; `limit` where it is not under
/// that. Both end with end_symbol. Cost: the product of the lengths, of which 40 symbols are read.
[[nodiscard]] int alignment_cost(std::span<const std::uint8_t> left,
                                 std::span<const std::uint8_t> right, const LetterTable& table,
                                 int limit);

}  // namespace resolve
