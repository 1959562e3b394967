#pragma once

#include <cstdint>
#include <vector>

#include "ground/model/link.h"
#include "steps/resolve/rarity.h"

/// Two personas in, evidence out: what speaks for and against one party standing behind both.
///
/// Additive bits (Fellegi and Sunter, 1969): each kind of evidence gives the log2 of how much
/// more often it is seen between reports of one actor than between others, and they add up.
/// weights.h holds every number and says where it comes from. Nothing here reads nationality or
/// the claimed origin; looks and language together never make up more than a fifth of what
/// speaks for a link.
namespace resolve {

/// Before anything is compared, one of about two thousand personas that meet under a key is
/// thought to share its actor with the one at hand (judgement); of more than `prior_known`, one
/// of so many more: a campaign does not grow with the store, chance meetings do.
inline constexpr std::uint64_t prior_known = 256;
[[nodiscard]] double prior_bits(std::uint64_t known);
/// Proposals from here are shown to an analyst: in a small store one of nine holds. On invented
/// streams of look-alikes it lets pass half of the campaigns that left neither name nor handle, at
/// less than one false suggestion a report.
inline constexpr double shown_bits_min = 8.0;

enum class Setting { separate_reports, same_report };

struct Evidence {
  model::LinkKind kind = model::LinkKind::same_person;
  double bits = 0;  ///< the sum of the reasons' effects, without the prior
  model::Probability probability = model::Probability::none();  ///< with the prior
  std::vector<model::Reason> reasons;  ///< strongest for first, then what speaks against
};

/// Same bits, kind and reasons whichever side comes first. The best supported of three claims:
///
/// same_person  everything counts. Final against it: two places at one time, bands of age or
///              height far apart, both seen together (same_report).
/// same_operator  only where they seem to be different people (names, looks, age or place
///              contradict) who share a handle, web address or employer; or who are certainly
///              different by looks, age or place and share the script. Names and looks are then
///              left out.
/// successor    the later one begins when the earlier one ends, was introduced or follows a
///              hand-over (DV6), or asks for the same at the same kind of place while name or looks
///              contradict. Within one report: one was introduced by another.
[[nodiscard]] Evidence compare(const model::PersonaFeatures& left,
                               const model::PersonaFeatures& right, const Rarity& rarity,
                               Setting setting = Setting::separate_reports);

}  // namespace resolve
