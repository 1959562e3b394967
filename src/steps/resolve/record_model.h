#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "steps/resolve/record_compare.h"

namespace resolve {

/// How often each level is found in pairs of one kind. Level 0 (nothing said) is left out.
using LevelShares = std::array<std::array<double, levels_max>, model::aspect_count>;

/// One pattern of levels and how many pairs of the table show it; rarity in steps of a bit.
struct PatternCount {
  std::uint64_t pattern = 0;
  std::int16_t rare_bits = 0;
  std::uint64_t pairs = 0;
};

/// How pairs are seen apart from their candidates: shares of levels in pairs drawn at random, and
/// how many pairs there are.
struct RandomPairs {
  LevelShares counts{};  ///< pairs with that level, not yet shares
  double pairs_in_table = 0;
};

/// A pair judged.
struct Verdict {
  float bits = 0;         ///< log2 of the odds that the two are one party
  float probability = 0;  ///< the same as a probability
};

/// Fellegi and Sunter's model (1969) with three kinds of pairs instead of two: the same party,
/// strangers, and *kin*: different parties that share a surname, an address, a telephone or an
/// employer. Without the third a mother and her son at one address look like one person. Weights
/// are learned from counts of patterns by expectation maximisation (Dempster, Laird, Rubin 1977),
/// drawn towards common experience where a table is small.
class RecordModel {
 public:
  /// `candidates`: patterns of all candidate pairs, each counted `sampled_one_in` times too seldom.
  [[nodiscard]] static RecordModel learn(const RecordComparer& comparer,
                                         std::span<const PatternCount> candidates,
                                         double sampled_one_in, const RandomPairs& random);

  [[nodiscard]] Verdict judge(const Comparison& comparison) const;

  /// What one aspect adds, in bits against strangers; without rarity.
  [[nodiscard]] double bits_of(model::Aspect aspect, Level level) const {
    return static_cast<double>(same_bits_[static_cast<std::size_t>(aspect)][level]);
  }
  /// log2 of the odds that two records drawn at random are one party.
  [[nodiscard]] double start_bits() const { return start_same_bits_; }
  /// What kinship takes away: log2 of the odds of kin against strangers is weighed with it.
  [[nodiscard]] double kin_bits(const Comparison& comparison) const;
  [[nodiscard]] double expected_same_pairs() const { return same_pairs_; }
  [[nodiscard]] std::size_t rounds() const { return rounds_; }

 private:
  void settle(const LevelShares& same, const LevelShares& strangers);

  std::vector<model::Aspect> aspects_;
  std::array<std::array<float, levels_max>, model::aspect_count> same_bits_{}, kin_bits_{};
  double start_same_bits_ = 0, start_kin_bits_ = 0, same_pairs_ = 0;
  std::size_t rounds_ = 0;
};

}  // namespace resolve
