#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "ground/model/record_field.h"
#include "ground/model/record_table.h"

namespace resolve {

/// How alike two records are in one aspect: 0 = one of them says nothing, 1 = they differ, the
/// highest level of the aspect = they say the same. What the levels between mean:
///
/// given, family, middle, organisation, employer, address
///                 2 weak (an initial; Jaro-Winkler >= 0.80; a third of the words)
///                 3 near (one slip; Jaro-Winkler >= 0.92; a form of the same name; sounds alike)
///                 4 equal
/// birth           2 the year, or all of the parts that both say, 3 two of three parts,
///                 4 one digit off, or day and month exchanged, 5 equal
/// phone, email, handle, identifier
///                 2 one slip apart (a mail address: the same box with another provider), 3 equal
/// place           2 the region, 3 the city, 4 the postcode but one slip, 5 the postcode
/// suffix, gender  2 equal
/// text            2 near, 3 equal
using Level = std::uint8_t;
inline constexpr std::size_t levels_max = 8;
[[nodiscard]] Level top_level(model::Aspect aspect);

/// What one look at two records gives: levels packed three bits each, and how much rarer than
/// usual the values are on which they agree, in bits.
struct Comparison {
  std::uint64_t pattern = 0;
  float rare_bits = 0;

  [[nodiscard]] Level level(model::Aspect aspect) const {
    return static_cast<Level>(pattern >> (3U * static_cast<unsigned>(aspect)) & 7U);
  }
};

/// log2 of the odds that two names in different writings are one, at even odds beforehand.
using NameAcross = std::function<float(std::string_view, std::string_view)>;

/// Compares the records of one table. Holds what the table's values are worth, see rarity_bits.
class RecordComparer {
 public:
  /// `across`: for names in different writings; without it they differ. Called by several threads.
  explicit RecordComparer(const model::RecordTable& table, NameAcross across = {});

  [[nodiscard]] Comparison compare(std::size_t left, std::size_t right) const;

  /// log2 of one over the share of records that hold the value: what agreeing on it tells. Shares
  /// are drawn towards a world of many values, as two rows of a short list that hold one telephone
  /// number are no proof that half of the world does.
  [[nodiscard]] float rarity_bits(model::RecordPart part, model::ValueId value) const;

  /// Aspects that two records of this table can both speak to.
  [[nodiscard]] std::span<const model::Aspect> aspects() const { return aspects_; }

  /// Mean of 2^-bits over pairs of records: how often two agree on the whole value by chance. The
  /// rarity in a Comparison is counted from here.
  [[nodiscard]] double chance_of_equal(model::Aspect aspect) const;

  [[nodiscard]] const model::RecordTable& table() const { return table_; }

 private:
  struct Pair {
    std::size_t left, right;
  };
  struct Found {
    Level level = 0;
    float bits = 0;
  };

  void count_values();
  void count_births();
  [[nodiscard]] Found values(model::Aspect aspect, model::RecordPart part, Pair rows) const;
  [[nodiscard]] Found slips(model::RecordPart part, Pair rows) const;
  [[nodiscard]] Found identifiers(Pair rows) const;
  [[nodiscard]] Found text(std::size_t slot, Pair rows) const;
  [[nodiscard]] Found simple(model::RecordPart part, Pair rows) const;
  [[nodiscard]] Found birth(Pair rows) const;
  [[nodiscard]] Found place(Pair rows) const;
  struct Names {
    Found given, family, middle;
  };
  [[nodiscard]] Names names(Pair rows) const;
  [[nodiscard]] Names names(std::size_t left_slot, std::size_t right_slot, Pair rows) const;
  [[nodiscard]] std::optional<Level> level_across(model::ValueId given, model::ValueId family,
                                                  model::ValueId other_given,
                                                  model::ValueId other_family) const;
  [[nodiscard]] Found name_words(model::RecordPart part, model::ValueId left,
                                 model::ValueId right) const;
  [[nodiscard]] Level word_level(model::ValueId left, model::ValueId right) const;
  [[nodiscard]] Level words_level(model::ValueId left, model::ValueId right) const;
  [[nodiscard]] Found one_aspect(model::Aspect aspect, Pair rows) const;

  const model::RecordTable& table_;
  NameAcross across_;
  std::vector<model::Aspect> aspects_;
  std::array<std::vector<float>, 4> bits_;  // by group of parts, then by value
  std::vector<std::pair<std::uint32_t, float>> birth_bits_;
  std::array<float, model::aspect_count> usual_bits_{};
};

}  // namespace resolve
