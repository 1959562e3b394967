#include "steps/resolve/record_model.h"

#include <algorithm>
#include <cmath>

#include "steps/resolve/record_priors.h"

namespace resolve {
namespace {

using model::Aspect;

constexpr std::size_t rounds_max = 40;
constexpr double settled_change = 1e-4;
/// How many pairs common experience weighs as much as.
constexpr double usual_pairs = 150, usual_stranger_pairs = 3000;
/// How many rows the usual number of doubles weighs as much as.
constexpr double usual_rows = 1000, usual_doubles_a_row = 0.3;
constexpr double share_min = 1e-6;
/// Of pairs drawn at random at least so many are strangers, level by level: a model that takes too
/// much for the same party must not find itself confirmed.
constexpr double stranger_share_min = 0.8;
constexpr float rarity_bits_max = 25;

/// Of kin, how many agree in an aspect beyond chance. Our own estimates: twins have one birthday, a
/// father and his son one name, couples sometimes one mailbox, nobody one passport.
double likeness_of_kin(Aspect aspect) {
  switch (aspect) {
    case Aspect::family:
    case Aspect::phone:
    case Aspect::address:
    case Aspect::place:
    case Aspect::employer:
      return 0.85;
    case Aspect::suffix:
    case Aspect::text_1:
    case Aspect::text_2:
    case Aspect::text_3:
      return 0.3;
    case Aspect::given:
    case Aspect::middle:
    case Aspect::organisation:
      return 0.06;
    case Aspect::birth:
      return 0.04;
    case Aspect::email:
      return 0.03;
    case Aspect::handle:
    case Aspect::identifier:
      return 0.01;
    case Aspect::gender:
      return 0;
  }
  return 0;
}

/// Shares of the levels 1 and up, which sum to 1.
LevelShares shares_of(const LevelShares& counts, const LevelShares& usual, double usual_weight) {
  LevelShares shares{};
  for (std::size_t aspect = 0; aspect < model::aspect_count; ++aspect) {
    double sum = 0;
    for (std::size_t level = 1; level < levels_max; ++level)
      sum += counts[aspect][level] + usual_weight * usual[aspect][level];
    for (std::size_t level = 1; level <= top_level(static_cast<Aspect>(aspect)); ++level)
      shares[aspect][level] =
          std::max(share_min, (counts[aspect][level] + usual_weight * usual[aspect][level]) / sum);
  }
  return shares;
}

/// Pairs drawn at random hold some of the same party, which are taken out again.
LevelShares shares_of_strangers(const RandomPairs& random, const LevelShares& same_counts,
                                const RecordComparer& comparer) {
  LevelShares counts{};
  for (const auto aspect : comparer.aspects()) {
    const auto index = static_cast<std::size_t>(aspect);
    double drawn = 0;
    for (const auto count : random.counts[index])
      drawn += count;
    const auto scale = drawn / std::max(1.0, random.pairs_in_table);
    for (std::size_t level = 1; level < levels_max; ++level)
      counts[index][level] =
          std::max(stranger_share_min * random.counts[index][level],
                   random.counts[index][level] - scale * same_counts[index][level]);
  }
  auto shares = shares_of(counts, usual_strangers(), usual_stranger_pairs);
  // The rarity of equal values is counted from the chance that values are equal.
  for (const auto aspect : comparer.aspects()) {
    const auto index = static_cast<std::size_t>(aspect);
    if (aspect == Aspect::gender || aspect == Aspect::suffix) continue;
    const bool is_city =
        aspect == Aspect::place && comparer.table().of(model::RecordPart::postcode).empty();
    shares[index][is_city ? 3 : top_level(aspect)] = comparer.chance_of_equal(aspect);
  }
  return shares;
}

Comparison comparison_of(const PatternCount& count) {
  return {count.pattern, static_cast<float>(count.rare_bits)};
}

float clamped(float bits) {
  return std::clamp(bits, -rarity_bits_max, rarity_bits_max);
}

}  // namespace

void RecordModel::settle(const LevelShares& same, const LevelShares& strangers) {
  for (const auto aspect : aspects_) {
    const auto index = static_cast<std::size_t>(aspect);
    const auto likeness = likeness_of_kin(aspect);
    double least = 100;
    for (std::size_t level = top_level(aspect); level >= 1; --level) {
      // Less alike never speaks more for: a table with few pairs could say so by accident. It is
      // the weaker level that yields, or learning would find itself confirmed round after round.
      least = std::min(least, std::log2(same[index][level] / strangers[index][level]));
      same_bits_[index][level] = static_cast<float>(least);
      kin_bits_[index][level] =
          static_cast<float>(std::log2(likeness * std::exp2(least) + 1 - likeness));
    }
  }
}

double RecordModel::kin_bits(const Comparison& comparison) const {
  double bits = start_kin_bits_ + static_cast<double>(clamped(comparison.rare_bits));
  for (const auto aspect : aspects_)
    bits +=
        static_cast<double>(kin_bits_[static_cast<std::size_t>(aspect)][comparison.level(aspect)]);
  return bits;
}

Verdict RecordModel::judge(const Comparison& comparison) const {
  // Rare values tell kin and the same party from strangers alike.
  const auto rare = clamped(comparison.rare_bits);
  float same = static_cast<float>(start_same_bits_) + rare;
  float kin = static_cast<float>(start_kin_bits_) + rare;
  for (const auto aspect : aspects_) {
    const auto index = static_cast<std::size_t>(aspect);
    const auto level = comparison.level(aspect);
    same += same_bits_[index][level];
    kin += kin_bits_[index][level];
  }
  const auto others = kin < -20 ? 0 : (kin > 60 ? kin : std::log2(1 + std::exp2(kin)));
  const auto bits = same - others;
  return {bits, 1 / (1 + std::exp2(-bits))};
}

RecordModel RecordModel::learn(const RecordComparer& comparer,
                               std::span<const PatternCount> candidates, double sampled_one_in,
                               const RandomPairs& random) {
  RecordModel learned;
  learned.aspects_.assign(comparer.aspects().begin(), comparer.aspects().end());
  const auto pairs = std::max(1.0, random.pairs_in_table);
  const auto rows = static_cast<double>(comparer.table().size());
  LevelShares same = usual_same();
  LevelShares strangers = shares_of_strangers(random, {}, comparer);
  const auto usual_same_pairs = std::max(1.0, rows * usual_doubles_a_row);
  const auto trust = rows / (rows + usual_rows);
  double same_pairs = usual_same_pairs, kin_pairs = std::max(1.0, rows * 0.1);
  for (std::size_t round = 0; round < rounds_max; ++round) {
    learned.start_same_bits_ = std::log2(same_pairs / pairs);
    learned.start_kin_bits_ = std::log2(kin_pairs / pairs);
    learned.settle(same, strangers);
    LevelShares counts{};
    double found = 0.5, found_kin = 0.1;
    for (const auto& candidate : candidates) {
      const auto comparison = comparison_of(candidate);
      const auto verdict = learned.judge(comparison);
      const auto weight = static_cast<double>(candidate.pairs) * sampled_one_in;
      const auto probable = static_cast<double>(verdict.probability) * weight;
      const auto kin = std::exp2(std::min(60.0, learned.kin_bits(comparison)));
      found += probable;
      found_kin += (weight - probable) * kin / (1 + kin);
      for (const auto aspect : learned.aspects_)
        counts[static_cast<std::size_t>(aspect)][comparison.level(aspect)] += probable;
    }
    const auto before = same_pairs;
    same_pairs = std::pow(found, trust) * std::pow(usual_same_pairs, 1 - trust);
    kin_pairs = std::min(found_kin, found * 2);
    same = shares_of(counts, usual_same(), usual_pairs);
    strangers = shares_of_strangers(random, counts, comparer);
    learned.rounds_ = round + 1;
    if (std::abs(same_pairs - before) < settled_change * before && round > 2) break;
  }
  learned.same_pairs_ = same_pairs;
  return learned;
}

}  // namespace resolve
