#pragma once

#include <cstddef>
#include <vector>

#include "ground/model/link.h"

namespace normalise {

inline constexpr std::size_t keys_max = 20, told_keys_max = 12;

/// The keys under which a persona is stored and sought: two personas worth comparing share one.
/// Whoever changes what they are raises PersonaFeatures::version_now, which stored keys carry.
/// Unique, the most telling first, at most `keys_max`, and `told_keys_max` of told ideas. Texts by
/// kind:
///
/// phone, email, handle, url, plate, employer   as in the features
/// name          tokens joined; of a kanji name of three or more also its first two characters
/// skeleton      the whole skeleton; each part of two letters or more
/// place_script  "place|area|kind|month", "act|prefecture|month|indicator",
///               "ask|request", "tech|code|month", "say|prefecture|month|idea"
/// told          "3:idea" for a rare one, "prefecture|2:idea" for one less rare
///
/// Months are counted from 1970-01; each encounter stands under its month and the next one, so that
/// two that lie up to a month apart meet. At least `context_keys_min` places are kept for
/// place_script, so that aliases in plenty do not crowd out what the nameless are found by.
inline constexpr std::size_t context_keys_min = 10;

[[nodiscard]] std::vector<model::MatchKey> keys_of(const model::PersonaFeatures& features);

}  // namespace normalise
