#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "ground/model/name_tokens.h"

namespace resolve {

using model::end_symbol;

/// How letters of one writing turn into those of another, learned by expectation maximisation
/// (Dempster, Laird and Rubin 1977) over many-to-many units (Jiampojamarn, Kondrak and Sherif
/// 2007): "shch" for щ costs little, "k" for щ much. A unit has at most three symbols a side.
/// Costs in eighths of a bit.
class LetterTable {
 public:
  static constexpr std::uint8_t none = 255;  ///< there is no such pair of units
  /// What a letter that stands twice in a row costs at most where the other side has it once.
  static constexpr int doubled_letter = 24;
  /// And two letters that changed places, in words of one alphabet.
  static constexpr int strange_swap = 80;

  /// `name` as "LKj": the codes of the two alphabets, then a letter for the origin. Until rows are
  /// added, letters of one alphabet are themselves and all else is strange.
  explicit LetterTable(std::string name);

  void add(std::uint32_t from, std::uint32_t to, std::uint8_t cost);
  /// Nothing costs more than by another table of the same alphabets. Before finish().
  void lower_to(const LetterTable& other);
  /// The same costs the other way round. After the last add().
  [[nodiscard]] LetterTable turned() const;
  /// Works out what the searches below need. After the last add().
  void finish();

  /// A letter for a letter, a letter for nothing, nothing for a letter.
  [[nodiscard]] int single(std::uint8_t from, std::uint8_t to) const {
    return single_[from * symbols + to];
  }
  /// By the letter that it becomes.
  [[nodiscard]] const std::uint8_t* singles_of(std::uint8_t from) const {
    return single_.data() + from * symbols;
  }
  [[nodiscard]] int dropped(std::uint8_t from) const { return dropped_[from]; }
  [[nodiscard]] int added(std::uint8_t to) const { return added_[to]; }

  /// Units that are in a longer pair have numbers above 0 on their side; 0 = in none. Number 1 is
  /// the empty unit.
  [[nodiscard]] std::uint16_t left_number(std::span<const std::uint8_t> unit) const {
    return number_of(left_numbers_, unit);
  }
  [[nodiscard]] std::uint16_t right_number(std::span<const std::uint8_t> unit) const {
    return number_of(right_numbers_, unit);
  }
  /// The units of one, two and three letters that end after so many letters of a word.
  using Ending = std::array<std::uint16_t, 3>;
  [[nodiscard]] Ending left_ending(std::span<const std::uint8_t> word, std::size_t end) const {
    return ending_of(left_numbers_, word, end);
  }
  [[nodiscard]] Ending right_ending(std::span<const std::uint8_t> word, std::size_t end) const {
    return ending_of(right_numbers_, word, end);
  }
  [[nodiscard]] std::uint8_t longer(std::uint16_t left, std::uint16_t right) const {
    return longer_[left * right_count_ + right];
  }
  /// The costs of a unit of the left by numbers of the right.
  [[nodiscard]] const std::uint8_t* longer_than(std::uint16_t left) const {
    return longer_.data() + left * right_count_;
  }

  /// Units of the left that may become a unit of the right, by its number.
  struct Partner {
    std::uint16_t left = 0;
    std::uint8_t left_end = 0;     ///< the last letter of it
    std::uint8_t left_before = 0;  ///< and the one before; end_symbol where there is none
    std::uint8_t cost = 0;
  };
  [[nodiscard]] std::span<const Partner> partners_of(std::uint16_t right) const {
    return std::span(partners_).subspan(partners_at_[right],
                                        partners_at_[right + std::size_t{1}] - partners_at_[right]);
  }
  /// Numbers of the left are below this.
  [[nodiscard]] std::size_t left_count() const { return longer_.size() / right_count_; }
  /// Units of two letters or three may stand against nothing.
  [[nodiscard]] bool drops_units() const { return drops_units_; }

  /// No way to write the rest of one word after so many letters, 0 to all, as any rest of the
  /// other costs less: each letter costs at least what its likest letter on the other side leaves
  /// of it.
  void least_rests(std::span<const std::uint8_t> left, std::span<const std::uint8_t> right,
                   std::span<std::uint16_t> left_rests, std::span<std::uint16_t> right_rests) const;

  /// Above 0; no two tables that were finished have the same, but for copies.
  [[nodiscard]] std::uint64_t identity() const { return identity_; }
  [[nodiscard]] bool is_same_alphabet() const { return name_[0] == name_[1]; }
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  struct Longer {
    std::uint32_t from, to;
    std::uint8_t cost;
  };
  struct Numbers {
    std::array<std::uint16_t, 64> one{};
    std::vector<std::uint16_t> two = std::vector<std::uint16_t>(64 * 64, 0);
    std::vector<std::uint32_t> slots;  ///< three symbols: open addressing, unit << 12 | number
  };
  static constexpr std::size_t symbols = 64;
  /// Marks two letters that end a unit of three.
  static constexpr std::uint16_t ends_three = 0x8000;
  /// A letter has its likes below each of these costs.
  static constexpr std::array<std::uint8_t, 5> like_levels{8, 16, 24, 40, 64};
  using Likes = std::array<std::uint64_t, like_levels.size()>;
  static void least_of(std::span<const std::uint8_t> letters,
                       const std::array<Likes, symbols>& likes, std::uint64_t others,
                       std::span<std::uint16_t> rests);
  static std::uint16_t number_of(const Numbers& numbers, std::span<const std::uint8_t> unit);
  static std::uint16_t number_of_three(const Numbers& numbers, std::span<const std::uint8_t> unit);
  static Ending ending_of(const Numbers& numbers, std::span<const std::uint8_t> word,
                          std::size_t end) {
    Ending out{numbers.one[word[end - 1]], 0, 0};
    if (end < 2) return out;
    const auto two = numbers.two[static_cast<std::size_t>(word[end - 2]) << 6U | word[end - 1]];
    out[1] = two & static_cast<std::uint16_t>(~ends_three);
    if (end > 2 && (two & ends_three) != 0)
      out[2] = number_of_three(numbers, word.subspan(end - 3, 3));
    return out;
  }
  static void number(Numbers& numbers, const std::vector<std::uint32_t>& units);
  void find_likes();
  void find_partners(std::span<const std::uint32_t> lefts);

  std::string name_;
  std::array<std::uint8_t, symbols * symbols> single_{};
  std::array<std::uint8_t, symbols> dropped_{}, added_{};
  std::vector<Longer> pairs_;
  Numbers left_numbers_, right_numbers_;
  std::size_t right_count_ = 2;
  std::vector<std::uint8_t> longer_;
  std::vector<Partner> partners_;
  std::vector<std::uint32_t> partners_at_ = std::vector<std::uint32_t>(3, 0);
  bool drops_units_ = false;
  std::uint64_t identity_ = 0;
  std::array<Likes, symbols> left_likes_{}, right_likes_{};
};

/// Up to three symbols as one number; 0 is the empty unit.
[[nodiscard]] constexpr std::uint32_t pack_unit(std::span<const std::uint8_t> symbols) {
  std::uint32_t unit = 0;
  for (const auto symbol : symbols)
    unit = unit << 6U | symbol;
  return static_cast<std::uint32_t>(symbols.size()) << 18U | unit;
}

}  // namespace resolve
