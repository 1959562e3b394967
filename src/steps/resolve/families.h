#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ground/model/link.h"
#include "steps/resolve/rarity.h"

/// The kinds of evidence one by one; `compare` (evidence.h) weighs them against each other.
/// Each is symmetric in its two sides.
namespace resolve {

struct Finding {
  double bits = 0;
  std::vector<model::Reason> reasons;  ///< their effects add up to `bits`
  bool is_final = false;               ///< rules out one and the same person

  void add(std::string_view code, double effect, std::vector<std::string> parameters = {});
};

/// log2(repeat / share), between 0 and `bits_max`.
[[nodiscard]] double rarity_bits(double repeat, double share, double bits_max);

using Features = model::PersonaFeatures;

// families_identity.cpp
[[nodiscard]] Finding compare_handles(const Features& left, const Features& right, const Rarity&);
[[nodiscard]] Finding compare_urls(const Features& left, const Features& right, const Rarity&);
[[nodiscard]] Finding compare_names(const Features& left, const Features& right, const Rarity&);
[[nodiscard]] Finding compare_looks(const Features& left, const Features& right);

// families_method.cpp
[[nodiscard]] Finding compare_employers(const Features& left, const Features& right, const Rarity&);
[[nodiscard]] Finding compare_covers(const Features& left, const Features& right);
[[nodiscard]] Finding compare_scripts(const Features& left, const Features& right, const Rarity&);
[[nodiscard]] Finding compare_said(const Features& left, const Features& right, const Rarity&);
/// The ideas that both stories hold, against what the shorter one holds and the other does not.
[[nodiscard]] Finding compare_told(const Features& left, const Features& right, const Rarity&);
[[nodiscard]] Finding compare_requests(const Features& left, const Features& right, const Rarity&);
[[nodiscard]] Finding compare_technologies(const Features& left, const Features& right,
                                           const Rarity&);

// families_occasion.cpp
/// Where and when they met: the pair of encounters that fits best; place conflicts from all pairs.
[[nodiscard]] Finding compare_occasions(const Features& left, const Features& right, const Rarity&);
[[nodiscard]] Finding compare_rhythms(const Features& left, const Features& right);

/// First and last day of the dated encounters.
struct Period {
  int first = 0, last = 0;
};
[[nodiscard]] std::optional<Period> period_of(const Features& features);
/// Median of the days between the middles of encounters that follow each other; at least three.
[[nodiscard]] std::optional<int> rhythm_days(const Features& features);
/// Great-circle distance on a sphere of 6371 km.
[[nodiscard]] double kilometres_between(float lat_a, float lon_a, float lat_b, float lon_b);

}  // namespace resolve
